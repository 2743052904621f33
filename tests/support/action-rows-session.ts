import type { ActionRow } from './action-row'
import type { World } from './cast'

const ACTIONS = 'app/(workspace)/regions/[region]/rounds/session/actions.ts'
const control = ({ own }: World) => `/regions/${own.slug}/rounds/${own.session}/session`
const which = ({ own }: World) => ({ regionId: own.id, id: own.session, version: '1' })

/** The forms of a consensus session. */
export const SESSION_ACTIONS: Record<string, ActionRow> = {
  [`${ACTIONS}#open`]: {
    path: ({ own }) => `/regions/${own.slug}/rounds/session/new`,
    fields: ({ own }) => ({ regionId: own.id, steps: 'purpose', language: 'en' }),
    lists: ['steps'],
    may: 'coordinator',
  },
  [`${ACTIONS}#pace`]: {
    path: control,
    fields: (world) => ({ ...which(world), move: 'show' }),
    may: 'coordinator',
  },
  [`${ACTIONS}#agree`]: {
    path: control,
    fields: (world, word) => ({ ...which(world), level: '4', reason: word, evidence: word }),
    may: 'coordinator',
  },
  [`${ACTIONS}#note`]: {
    path: control,
    fields: ({ own }, word) => ({ regionId: own.id, serves: 'purpose', title: word }),
    may: 'coordinator',
  },
  [`${ACTIONS}#sendOut`]: {
    path: control,
    fields: ({ own }) => ({ regionId: own.id, id: own.session, person: own.guest }),
    may: 'coordinator',
  },
  'app/(public)/session/actions.ts#join': {
    path: ({ own }) => `/session/${own.sessionCode}`,
    fields: ({ own }, word) => ({
      ...{ code: own.sessionCode, name: word, partner: own.partner },
      ...{ organisation: word, sector: 'business' },
    }),
    may: 'anonymous',
  },
  [`${ACTIONS}#finish`]: { path: control, fields: which, may: 'coordinator' },
}
