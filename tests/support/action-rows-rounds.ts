import type { ActionRow } from './action-row'
import type { World } from './cast'

const ROUNDS = 'app/(workspace)/regions/[region]/rounds/actions.ts'
const ANSWER = 'app/(workspace)/regions/[region]/rounds/[round]/answer/actions.ts'
const JOIN = 'app/(workspace)/regions/[region]/rounds/join/[link]/actions.ts'
const fresh = ({ own }: World) => `/regions/${own.slug}/rounds/new`
const draft = ({ own }: World) => `/regions/${own.slug}/rounds/${own.draftRound}`
const open = ({ own }: World) => `/regions/${own.slug}/rounds/${own.openRound}`
const closed = ({ own }: World) => `/regions/${own.slug}/rounds/${own.closedRound}`
const drafted = ({ own }: World) => ({ regionId: own.id, id: own.draftRound, version: '1' })
const opened = ({ own }: World) => ({ regionId: own.id, id: own.openRound, version: '1' })
const plan = ({ own }: World, word: string) => ({
  ...{ kind: 'full', steps: 'purpose', languages: 'en', partners: own.partner, message: word },
  closesOn: '2031-02-03',
})

const CHOICES = ['steps', 'languages', 'partners']

/** The forms of rounds. */
export const ROUND_ACTIONS: Record<string, ActionRow> = {
  [`${ROUNDS}#draft`]: {
    path: fresh,
    fields: (world, word) => ({ regionId: world.own.id, ...plan(world, word) }),
    lists: CHOICES,
    may: 'coordinator',
  },
  [`${ROUNDS}#change`]: {
    path: draft,
    fields: (world, word) => ({ ...drafted(world), ...plan(world, word) }),
    lists: CHOICES,
    may: 'coordinator',
  },
  [`${ROUNDS}#drop`]: { path: draft, fields: drafted, may: 'coordinator' },
  [`${ROUNDS}#open`]: { path: draft, fields: drafted, may: 'coordinator' },
  [`${ROUNDS}#extend`]: {
    path: open,
    fields: (world) => ({ ...opened(world), closesOn: '2099-02-05' }),
    may: 'coordinator',
  },
  [`${ROUNDS}#link`]: {
    path: open,
    fields: (world) => ({ ...opened(world), link: 'make' }),
    may: 'coordinator',
  },
  [`${ANSWER}#send`]: {
    path: open,
    fields: (world, word) => ({
      ...{ regionId: world.own.id, id: world.own.openRound, secret: 'x'.repeat(24) },
      comments: `purpose=${word}`,
    }),
    may: 'partner',
  },
  [`${JOIN}#join`]: {
    path: ({ own }) => `/regions/${own.slug}/rounds/join/${'f'.repeat(32)}`,
    fields: ({ own }) => ({ slug: own.slug, link: 'f'.repeat(32) }),
    may: 'partner',
  },
  [`${ROUNDS}#close`]: { path: open, fields: opened, may: 'coordinator' },
  [`${ROUNDS}#addOutcome`]: {
    path: closed,
    fields: ({ own }, word) => ({
      ...{ regionId: own.id, id: own.closedRound, kind: 'comment', words: word },
      statement: 'purpose.statements.purpose-gap',
    }),
    may: 'partner',
  },
  [`${ROUNDS}#dropOutcome`]: {
    path: closed,
    fields: ({ own }) => ({ regionId: own.id, id: own.closedRound, talk: own.roundTalk }),
    may: 'coordinator',
  },
}
