import { fromDay } from '@/lib/dates/days'
import { env } from '@/lib/env'
import { getGuide } from '@/lib/guidebook/data'
import { findItem, findMilestone } from '@/lib/guidebook/rules'
import { asLocale } from '@/lib/i18n/locales'
import { voiceOf, type Voice } from '@/lib/i18n/voice'
import { placeOfEntry } from '@/lib/journey/own/rules'
import type { Letter } from '@/lib/mail/letter'
import { stopToken } from '@/lib/notices/stop/token'
import { asksForSomething, LINK_DAYS } from '@/lib/tasks/links/rules'
import type { Waiting, WaitingNotice } from '@/lib/notices/waiting'

/** The most of somebody's words that a mail repeats; the rest is a link away. */
const MOST = 400

/**
 * One mail that tells a person all that waits for them, in their language. `cards` are the addresses
 * that lead to a task without signing in, by the task's id.
 */
export async function writeLetter(
  userId: string,
  reader: Waiting,
  cards: ReadonlyMap<string, string> = new Map(),
): Promise<Letter> {
  const locale = asLocale(reader.locale)
  const voice = await voiceOf(locale)
  const t = voice.translator('notices')
  const told = await Promise.all(
    reader.notices.map((notice) => tell(notice, voice, { locale, cards })),
  )
  const names = [...new Set(reader.notices.map(({ name }) => name))]
  const regions = voice.format.list(names, { type: 'conjunction' })
  const [first] = told
  const stop = stopToken(userId)
  const count = told.length
  return {
    to: reader.email,
    locale,
    subject: t('subject', { count, regions, first: first?.line ?? '' }),
    heading: t('heading', { count, regions }),
    lines: [],
    entries: told,
    button: {
      label: t('button', { count }),
      url: count === 1 && first ? first.url : `${env.APP_URL}/my`,
    },
    why: [t('why', { regions }), cards.size > 0 && t('cards', { days: LINK_DAYS })]
      .filter(Boolean)
      .join(' '),
    ways: [
      { label: t('ways.settings'), url: `${env.APP_URL}/profile` },
      { label: t('ways.stop'), url: `${env.APP_URL}/letters/${stop}` },
    ],
    headers: {
      'List-Unsubscribe': `<${env.APP_URL}/api/letters/${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'Content-Language': locale,
    },
  }
}

interface Reading {
  locale: string
  cards: ReadonlyMap<string, string>
}

async function tell(notice: WaitingNotice, voice: Voice, { locale, cards }: Reading) {
  const { kind, facts, name } = notice
  const { by = '', dueOn, changed = '0', waits = '0', late = '0' } = facts
  const yes = (fact: unknown) => (fact ? 'yes' : 'no')
  const line = voice.translator('notices')(`lines.${kind}`, {
    ...{ by, named: yes(by), region: name, title: await titleOf(notice, locale) },
    ...{ changed: Number(changed), waiting: Number(waits), overdue: Number(late) },
    ...{ dated: yes(dueOn), late: yes(facts.late), day: dueOn ? dayOf(voice, dueOn) : '' },
  })
  return { line, url: placeOf(notice, cards), words: shorten(facts.text ?? facts.reason ?? '') }
}

const dayOf = ({ format }: Voice, day: string) =>
  format.dateTime(fromDay(day), { day: 'numeric', month: 'long', year: 'numeric' })

/** In the reader's language where the guidebook has it, else as somebody wrote it. */
async function titleOf({ subject, facts, edition }: WaitingNotice, locale: string) {
  if (!isEntry(subject)) return facts.title ?? ''
  const guide = await getGuide(edition, asLocale(locale))
  return (
    findItem(guide, subject)?.item.label ??
    findMilestone(guide, subject)?.milestone.title ??
    facts.title ??
    ''
  )
}

/** Items and milestones are named by their place in the guidebook, tasks by an id alone. */
const isEntry = (subject: string) => subject.includes('.')

function placeOf({ kind, slug, subject }: WaitingNotice, cards: Reading['cards']): string {
  const region = `${env.APP_URL}/regions/${slug}`
  if (isEntry(subject)) {
    const entry = `${env.APP_URL}${placeOfEntry(slug, subject)}`
    return kind === 'comment.mention' ? `${entry}#comments` : entry
  }
  if (kind.startsWith('round.')) return `${region}/rounds/${subject}/answer`
  if (kind === 'mail.paused') return `${region}/people`
  if (kind === 'digest') return region
  if (kind === 'comment.mention') return `${region}/tasks/${subject}#comments`
  return (asksForSomething(kind) && cards.get(subject)) || `${region}/tasks/${subject}`
}

function shorten(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST).trimEnd()} …`
}
