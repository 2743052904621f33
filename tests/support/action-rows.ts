import type { ActionRow } from './action-row'
import { CANDID_ACTIONS } from './action-rows-candid'
import { NETWORK_ACTIONS } from './action-rows-network'
import { METRIC_ACTIONS } from './action-rows-metrics'
import { ROUND_ACTIONS } from './action-rows-rounds'
import { SESSION_ACTIONS } from './action-rows-session'
import { REGISTER_ACTIONS } from './action-rows-register'
import { PEOPLE_ACTIONS } from './action-rows-people'
import { TIME_ACTIONS } from './action-rows-time'
import { TALK_ACTIONS } from './action-rows-talk'
import { TASK_ACTIONS } from './action-rows-tasks'
import type { World } from './cast'

const home = ({ own }: World) => `/regions/${own.slug}`
const step = (world: World) => `${home(world)}/steps/purpose`
const partners = (world: World) => `${home(world)}/partners`
const partner = ({ own }: World) => `/regions/${own.slug}/partners/${own.partner}`
const sheet = (world: World) => `${home(world)}/checklists/import`
const people = (world: World) => `${home(world)}/people`
const programme = () => '/admin/people'
const mine = () => '/my'

const profile = (word: string) => ({ name: word, city: word, website: '' })
const standing = { sector: 'business', subtype: '', status: 'engaged' }
const which = ({ own }: World) => ({ regionId: own.id, id: own.partner, version: '1' })
const user = ({ viewers }: World) => ({ id: viewers.former.userId, version: '1' })
const tick = ({ own }: World, word: string) => ({
  ...{
    regionId: own.id,
    item: 'purpose.checklist.gap-question-written',
    state: 'done',
    reason: word,
  },
  version: '0',
})
const mark = ({ own }: World, word: string) => ({
  ...{ regionId: own.id, milestone: 'purpose.milestones.purpose-agreed', state: 'reached' },
  ...{ plannedOn: '2026-01-01', reachedOn: '2026-01-01', note: word, version: '0' },
})

const EVIDENCE = 'app/(workspace)/regions/[region]/steps/[step]/[entry]/evidence/actions.ts'
const entry = (world: World) => `${step(world)}/checklist.gap-question-written`
const ofEntry = ({ own }: World) => ({
  ...{ regionId: own.id, entry: 'purpose.checklist.gap-question-written', datedOn: '2026-01-01' },
})

const ownEntry = ({ own }: World) => ({
  ...{ regionId: own.id, id: `purpose.checklist.own-${own.id}`, version: '1' },
})

/** For each server action: where it is found, what it is sent, and by whom. */
export const ACTIONS: Record<string, ActionRow> = {
  'app/(public)/accessibility/actions.ts#sendFeedback': {
    path: () => '/accessibility',
    fields: (_, word) => ({ message: word, email: 'a@example.org' }),
    may: 'anonymous',
  },
  'app/(public)/actions.ts#speak': {
    path: () => '/about',
    fields: () => ({ locale: 'de' }),
    may: 'anonymous',
  },
  'app/(public)/sign-in/actions.ts#askForLink': {
    path: () => '/sign-in',
    fields: ({ viewers }) => ({ email: viewers.coordinator.email, next: '/my' }),
    may: 'anonymous',
  },
  'app/(public)/sign-in/actions.ts#becomePersona': {
    path: () => '/sign-in',
    fields: () => ({ persona: 'observer', next: '/my' }),
    may: 'anonymous',
  },
  'app/(workspace)/actions.ts#signOut': {
    path: mine,
    fields: () => ({}),
    may: 'former',
    always: ['sessions'],
  },
  'app/(workspace)/profile/actions.ts#saveProfile': {
    path: () => '/profile',
    fields: (_, word) => ({ name: word, locale: 'en', theme: 'dark', version: '1' }),
    may: 'observer',
  },
  'app/(workspace)/profile/actions.ts#sayName': {
    path: () => '/profile',
    fields: (_, word) => ({ name: word }),
    may: 'observer',
  },
  'app/(workspace)/profile/actions.ts#saveMail': {
    path: () => '/profile',
    fields: () => ({ tasks: 'on', digestDay: '2', version: '0' }),
    may: 'observer',
  },
  'app/(workspace)/profile/erase/actions.ts#erase': {
    path: () => '/profile/erase',
    fields: ({ viewers }) => ({ email: viewers.former.email }),
    may: 'former',
  },
  'app/(workspace)/admin/people/[user]/erase/actions.ts#erase': {
    path: ({ viewers }) => `/admin/people/${viewers.former.userId}/erase`,
    fields: ({ viewers }) => ({ id: viewers.former.userId, email: viewers.former.email }),
    may: 'admin',
  },
  'app/(workspace)/profile/actions.ts#endOtherSessions': {
    path: () => '/profile',
    fields: () => ({}),
    may: 'observer',
  },
  'app/(workspace)/regions/[region]/steps/[step]/actions.ts#tick': {
    path: step,
    fields: tick,
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/steps/[step]/actions.ts#plan': {
    path: step,
    fields: ({ own }, word) => ({
      ...{ regionId: own.id, item: 'purpose.checklist.gap-question-written', owner: 'any-partner' },
      ...{ dueOn: '', note: word, version: '0' },
    }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/steps/[step]/actions.ts#mark': {
    path: step,
    fields: mark,
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/steps/[step]/actions.ts#waive': {
    path: step,
    fields: (world, word) => ({
      ...{ regionId: world.own.id, item: 'purpose.checklist.gap-question-written' },
      ...{ waived: 'yes', reason: word, version: '0' },
    }),
    may: 'staff',
  },
  'app/(workspace)/regions/[region]/checklists/actions.ts#changeChosen': {
    path: (world) => `${home(world)}/checklists`,
    fields: ({ own }) => ({
      ...{ regionId: own.id, entries: 'purpose.checklist.gap-question-written@0' },
      ...{ what: 'state', owner: 'any-partner', dueOn: '', state: 'done' },
    }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/steps/[step]/own-actions.ts#add': {
    path: step,
    fields: ({ own }, word) => ({
      ...{ regionId: own.id, step: 'purpose', kind: 'item', title: word, doneWhen: word },
    }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/steps/[step]/own-actions.ts#reword': {
    path: step,
    fields: (world, word) => ({ ...ownEntry(world), title: word, doneWhen: word }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/steps/[step]/own-actions.ts#move': {
    path: step,
    fields: (world) => ({ ...ownEntry(world), way: 'up' }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/steps/[step]/own-actions.ts#restore': {
    path: step,
    fields: ownEntry,
    may: 'coordinator',
  },
  'app/(workspace)/actions.ts#undo': {
    path: step,
    fields: ({ own }) => ({ regionId: own.id, entry: crypto.randomUUID() }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/steps/[step]/actions.ts#reopen': {
    path: step,
    fields: ({ own }, word) => ({
      ...{ regionId: own.id, step: 'purpose', reason: word },
      entries: 'purpose.checklist.gap-question-written@1',
    }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/steps/[step]/own-actions.ts#archive': {
    path: step,
    fields: ownEntry,
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/partners/actions.ts#add': {
    path: (world) => `${partners(world)}/new`,
    fields: ({ own }, word) => ({ regionId: own.id, ...profile(word), ...standing }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/partners/actions.ts#change': {
    path: partner,
    fields: (world, word) => ({ ...which(world), ...profile(word), ...standing }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/partners/actions.ts#changeOwn': {
    path: partner,
    fields: (world, word) => ({ ...which(world), ...profile(word) }),
    may: 'partner',
  },
  'app/(workspace)/regions/[region]/partners/actions.ts#archive': {
    path: partner,
    fields: which,
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/partners/actions.ts#restore': {
    path: partner,
    fields: which,
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/partners/actions.ts#confirm': {
    path: partner,
    fields: which,
    may: 'partner',
  },
  'app/(workspace)/regions/[region]/people/actions.ts#invite': {
    path: people,
    fields: ({ own }, word) => ({
      ...{ regionId: own.id, email: `${word}@example.org`, seat: 'observer', locale: 'en' },
    }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/people/actions.ts#remove': {
    path: ({ own }) => `/regions/${own.slug}/people/remove/${own.member}`,
    fields: ({ own }) => ({ regionId: own.id, id: own.member }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/people/actions.ts#leave': {
    path: ({ own }) => `/regions/${own.slug}/people/leave`,
    fields: ({ own }) => ({ regionId: own.id }),
    may: 'observer',
  },
  'app/(workspace)/admin/people/actions.ts#invite': {
    path: programme,
    fields: (_, word) => ({ email: `${word}@example.org`, role: 'staff', locale: 'en' }),
    may: 'admin',
  },
  'app/(workspace)/admin/people/actions.ts#resend': {
    path: programme,
    fields: ({ programmeInvitation: id }) => ({ id, locale: 'en' }),
    may: 'admin',
  },
  'app/(workspace)/admin/people/actions.ts#revoke': {
    path: programme,
    fields: ({ programmeInvitation: id }) => ({ id }),
    may: 'admin',
  },
  'app/(workspace)/admin/people/actions.ts#disable': {
    path: programme,
    fields: user,
    may: 'admin',
  },
  'app/(workspace)/admin/people/actions.ts#enable': { path: programme, fields: user, may: 'admin' },
  'app/(workspace)/admin/people/actions.ts#withdraw': {
    path: programme,
    fields: user,
    may: 'admin',
  },
  'app/(workspace)/admin/regions/new/actions.ts#create': {
    path: () => '/admin/regions/new',
    fields: (_, word) => ({
      ...{ name: word, slug: word, country: 'CZ', territoryType: 'city', timeZone: '' },
      ...{ firstLanguage: 'cs', secondLanguage: '', thirdLanguage: '', startedOn: '' },
      ...{ coordinator: '', locale: 'en' },
    }),
    may: 'staff',
  },
  ...TIME_ACTIONS,
  ...REGISTER_ACTIONS,
  'app/(workspace)/regions/[region]/checklists/import/actions.ts#look': {
    path: sheet,
    // A form of this kind carries a file: as text it is refused, and nothing is ever written.
    fields: ({ own }, word) => ({ regionId: own.id, file: word }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/checklists/import/actions.ts#keep': {
    path: sheet,
    fields: ({ own }, word) => ({
      regionId: own.id,
      changes: JSON.stringify([
        {
          ...{ row: 2, id: 'purpose.checklist.gap-question-written', version: 0 },
          ...{ step: null, kind: null, set: { note: word } },
        },
      ]),
    }),
    may: 'coordinator',
  },
  ...TALK_ACTIONS,
  ...TASK_ACTIONS,
  [`${EVIDENCE}#note`]: {
    path: entry,
    fields: (world, word) => ({ ...ofEntry(world), words: word }),
    may: 'coordinator',
  },
  [`${EVIDENCE}#link`]: {
    path: entry,
    fields: (world, word) => ({
      ...{ ...ofEntry(world), url: `https://${word}.example.org/`, words: word },
    }),
    may: 'coordinator',
  },
  [`${EVIDENCE}#remove`]: {
    path: entry,
    fields: ({ own }) => ({ regionId: own.id, id: own.evidence, version: '1' }),
    may: 'coordinator',
  },
  [`${EVIDENCE}#restore`]: {
    path: entry,
    fields: ({ own }) => ({ regionId: own.id, id: own.evidenceAside, version: '1' }),
    may: 'coordinator',
  },
  // A form cannot send a file as text, so this one is always refused.
  'app/(workspace)/admin/editions/actions.ts#check': {
    path: () => '/admin/editions',
    fields: (_, word) => ({ file: word }),
    may: 'admin',
  },
  'app/(workspace)/admin/editions/actions.ts#load': {
    path: () => '/admin/editions',
    fields: () => ({ id: crypto.randomUUID(), digest: '0'.repeat(64), newest: '1' }),
    may: 'admin',
  },
  'app/(workspace)/regions/[region]/edition/actions.ts#move': {
    path: (world) => `${home(world)}/edition`,
    fields: ({ own }) => ({ regionId: own.id, to: '2', version: '1' }),
    may: 'staff',
  },
  ...CANDID_ACTIONS,
  ...PEOPLE_ACTIONS,
  ...NETWORK_ACTIONS,
  ...ROUND_ACTIONS,
  ...METRIC_ACTIONS,
  ...SESSION_ACTIONS,
}
