import type { ActionRow } from './action-row'
import type { World } from './cast'

const page = ({ own }: World) => `/regions/${own.slug}/partners/${own.partner}`
const ACTIONS = 'app/(workspace)/regions/[region]/partners/network/actions.ts'

/** The forms of who knows, works with or funds whom. */
export const NETWORK_ACTIONS: Record<string, ActionRow> = {
  [`${ACTIONS}#add`]: {
    path: page,
    fields: ({ own }) => ({
      ...{ regionId: own.id, one: own.partner, said: 'knows', other: own.otherPartner },
      since: '2026-01-10',
    }),
    may: 'partner',
  },
  [`${ACTIONS}#change`]: {
    path: page,
    fields: ({ own }) => ({
      ...{ regionId: own.id, id: own.relation, version: '1', one: own.partner },
      ...{ said: 'works_with', since: '2026-01-10', endedOn: '' },
    }),
    may: 'partner',
  },
  [`${ACTIONS}#end`]: {
    path: page,
    fields: ({ own }) => ({ regionId: own.id, id: own.relation, version: '1', how: 'over' }),
    may: 'partner',
  },
}
