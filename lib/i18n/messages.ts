import type { Locale } from '@/lib/i18n/locales'

const SPACES = [
  'shell',
  'forms',
  'mail',
  'signIn',
  'landing',
  'about',
  'accessibility',
  'words',
  'needs',
  'journey',
  'step',
  'activity',
  'partners',
  'people',
  'profile',
  'my',
  'compare',
  'admin',
  'outbox',
  'time',
  'sheet',
  'checklists',
  'comments',
  'news',
  'handOver',
  'celebrate',
  'evidence',
  'editions',
  'priorities',
  'engagement',
  'register',
  'tasks',
  'notices',
  'rounds',
  'answering',
  'results',
  'inviting',
  'network',
  'card',
  'session',
  'taskSheet',
  'metrics',
  'report',
] as const

type Space = (typeof SPACES)[number]

export interface Messages {
  shell: typeof import('@/messages/en/shell.json')
  forms: typeof import('@/messages/en/forms.json')
  mail: typeof import('@/messages/en/mail.json')
  signIn: typeof import('@/messages/en/signIn.json')
  landing: typeof import('@/messages/en/landing.json')
  about: typeof import('@/messages/en/about.json')
  accessibility: typeof import('@/messages/en/accessibility.json')
  words: typeof import('@/messages/en/words.json')
  needs: typeof import('@/messages/en/needs.json')
  journey: typeof import('@/messages/en/journey.json')
  step: typeof import('@/messages/en/step.json')
  activity: typeof import('@/messages/en/activity.json')
  partners: typeof import('@/messages/en/partners.json')
  people: typeof import('@/messages/en/people.json')
  profile: typeof import('@/messages/en/profile.json')
  my: typeof import('@/messages/en/my.json')
  compare: typeof import('@/messages/en/compare.json')
  admin: typeof import('@/messages/en/admin.json')
  outbox: typeof import('@/messages/en/outbox.json')
  time: typeof import('@/messages/en/time.json')
  sheet: typeof import('@/messages/en/sheet.json')
  checklists: typeof import('@/messages/en/checklists.json')
  comments: typeof import('@/messages/en/comments.json')
  news: typeof import('@/messages/en/news.json')
  handOver: typeof import('@/messages/en/handOver.json')
  celebrate: typeof import('@/messages/en/celebrate.json')
  evidence: typeof import('@/messages/en/evidence.json')
  editions: typeof import('@/messages/en/editions.json')
  priorities: typeof import('@/messages/en/priorities.json')
  engagement: typeof import('@/messages/en/engagement.json')
  register: typeof import('@/messages/en/register.json')
  tasks: typeof import('@/messages/en/tasks.json')
  notices: typeof import('@/messages/en/notices.json')
  rounds: typeof import('@/messages/en/rounds.json')
  answering: typeof import('@/messages/en/answering.json')
  results: typeof import('@/messages/en/results.json')
  inviting: typeof import('@/messages/en/inviting.json')
  network: typeof import('@/messages/en/network.json')
  card: typeof import('@/messages/en/card.json')
  session: typeof import('@/messages/en/session.json')
  taskSheet: typeof import('@/messages/en/taskSheet.json')
  metrics: typeof import('@/messages/en/metrics.json')
  report: typeof import('@/messages/en/report.json')
}

const known = new Map<Locale, Promise<Messages>>()

/** Every text of the interface in one language, read once a process. */
export function messagesOf(locale: Locale): Promise<Messages> {
  const reading = known.get(locale) ?? readMessages(locale)
  known.set(locale, reading)
  return reading
}

async function readMessages(locale: Locale): Promise<Messages> {
  const texts = await Promise.all(SPACES.map((space) => readSpace(locale, space)))
  return Object.fromEntries(SPACES.map((space, index) => [space, texts[index]])) as never
}

async function readSpace(locale: Locale, space: Space): Promise<unknown> {
  return ((await import(`@/messages/${locale}/${space}.json`)) as { default: unknown }).default
}
