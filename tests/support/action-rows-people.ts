import type { ActionRow } from './action-row'
import type { World } from './cast'

const PEOPLE = 'app/(workspace)/regions/[region]/people'
const people = ({ own }: World) => `/regions/${own.slug}/people`
const asking = ({ own }: World) => ({ regionId: own.id, seat: 'observer', locale: 'en' })

/** The forms of people beside those of one invitation. */
export const PEOPLE_ACTIONS: Record<string, ActionRow> = {
  [`${PEOPLE}/actions.ts#changeChosen`]: {
    path: people,
    fields: ({ own }) => ({
      ...{ regionId: own.id, entries: own.invitation, what: 'resend', locale: 'en' },
    }),
    lists: ['entries'],
    may: 'coordinator',
  },
  [`${PEOPLE}/invite/actions.ts#look`]: {
    path: (world) => `${people(world)}/invite`,
    fields: (world, word) => ({ ...asking(world), list: `${word} <${word}@example.org>` }),
    may: 'coordinator',
  },
  // The page shows this form only once a list is looked at: the test reaches the action by its id.
  [`${PEOPLE}/invite/actions.ts#inviteAll`]: {
    path: (world) => `${people(world)}/invite`,
    fields: (world, word) => ({
      ...asking(world),
      changes: JSON.stringify([
        { row: 1, email: `${word}@example.org`, name: word, organisation: '', role: null },
      ]),
    }),
    may: 'coordinator',
  },
}
