import type { ActionRow } from './action-row'
import type { World } from './cast'

const home = ({ own }: World) => `/regions/${own.slug}/partners`
const about = ({ own }: World) => ({ regionId: own.id, partnerId: own.otherPartner })
const priority = (world: World) => `${home(world)}/priorities/${world.own.otherPartner}`
const engagement = (world: World) => `${home(world)}/engagement/${world.own.otherPartner}`

const PRIORITIES = 'app/(workspace)/regions/[region]/partners/priorities/actions.ts'
const ENGAGEMENT = 'app/(workspace)/regions/[region]/partners/engagement/actions.ts'

/** The forms of the matrix and the planner. */
export const CANDID_ACTIONS: Record<string, ActionRow> = {
  [`${PRIORITIES}#rate`]: {
    path: priority,
    fields: (world, word) => ({
      ...{ ...about(world), influence: '4', interest: '2', reason: word, rater: word },
    }),
    may: 'coordinator',
  },
  [`${PRIORITIES}#takeBack`]: {
    path: (world) => `${home(world)}/priorities/${world.own.partner}`,
    fields: ({ own }) => ({ regionId: own.id, id: own.rating }),
    may: 'coordinator',
  },
  [`${PRIORITIES}#choose`]: {
    path: priority,
    fields: (world, word) => ({
      ...{ ...about(world), version: '0', firstCircle: 'on', circleReason: word, action: word },
      ...{ actionBy: word, actionOn: '2031-05-14' },
    }),
    may: 'coordinator',
  },
  [`${ENGAGEMENT}#note`]: {
    path: engagement,
    fields: (world, word) => ({
      ...{ ...about(world), kind: 'talk', heldOn: '2026-01-10', people: word, words: word },
    }),
    may: 'coordinator',
  },
  [`${ENGAGEMENT}#remove`]: {
    path: (world) => `${home(world)}/engagement/${world.own.partner}`,
    fields: ({ own }) => ({ regionId: own.id, id: own.talk }),
    may: 'coordinator',
  },
  [`${ENGAGEMENT}#plan`]: {
    path: engagement,
    fields: (world, word) => ({ ...about(world), version: '0', dueOn: '2031-05-14', who: word }),
    may: 'coordinator',
  },
}
