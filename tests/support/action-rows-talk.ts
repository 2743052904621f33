import type { ActionRow } from './action-row'
import type { World } from './cast'

const subject = 'purpose.checklist.gap-question-written'
const home = ({ own }: World) => `/regions/${own.slug}`
const entry = (world: World) => `${home(world)}/steps/purpose/checklist.gap-question-written`
const which = ({ own }: World) => ({ regionId: own.id, id: own.comment, version: '1' })

/** The forms of comments, following and news. */
export const TALK_ACTIONS: Record<string, ActionRow> = {
  'app/(workspace)/regions/[region]/comments/actions.ts#add': {
    path: entry,
    fields: ({ own }, word) => ({ regionId: own.id, subject, text: word, asks: 'on' }),
    may: 'partner',
  },
  'app/(workspace)/regions/[region]/comments/actions.ts#edit': {
    path: entry,
    fields: (world, word) => ({ ...which(world), text: word, asks: 'on' }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/comments/actions.ts#remove': {
    path: entry,
    fields: which,
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/comments/actions.ts#settle': {
    path: entry,
    fields: (world) => ({ ...which(world), answered: 'yes' }),
    may: 'partner',
  },
  'app/(workspace)/regions/[region]/follow/actions.ts#follow': {
    path: home,
    fields: ({ own }) => ({ regionId: own.id, step: 'purpose', following: 'yes' }),
    may: 'observer',
  },
  'app/(workspace)/my/actions.ts#markSeen': {
    path: () => '/my',
    fields: () => ({ until: '2026-01-01T00:00:00.000Z' }),
    may: 'partner',
  },
  'app/(workspace)/regions/[region]/steps/[step]/celebrate/actions.ts#dismiss': {
    path: (world) => `${home(world)}/steps/purpose`,
    fields: () => ({ celebration: '0123456789ab.purpose.2026-01-01' }),
    may: 'observer',
  },
}
