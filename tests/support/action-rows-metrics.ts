import type { ActionRow } from './action-row'
import type { World } from './cast'

const ACTIONS = 'app/(workspace)/regions/[region]/metrics/actions.ts'
const page = ({ own }: World) => `/regions/${own.slug}/metrics/trainings_delivered`
const of = ({ own }: World) => ({ regionId: own.id, metric: 'trainings_delivered' })

/** The forms of what a region counts and reports. */
export const METRIC_ACTIONS: Record<string, ActionRow> = {
  [`${ACTIONS}#note`]: {
    path: page,
    fields: (world, word) => ({
      ...{ ...of(world), quarter: '2026-Q1', version: '2', value: '12', workshop: '3' },
      ...{ source: word, context: word, confirm: 'on' },
    }),
    may: 'coordinator',
  },
  [`${ACTIONS}#target`]: {
    path: page,
    fields: (world, word) => ({
      ...{ ...of(world), value: '30', dueOn: '2031-02-03', baseline: '1' },
      ...{ baselineOn: '2026-01-01', source: word },
    }),
    may: 'coordinator',
  },
  'app/(workspace)/regions/[region]/report/actions.ts#tell': {
    path: ({ own }) => `/regions/${own.slug}/report`,
    fields: ({ own }, word) => ({ regionId: own.id, language: 'en', version: '1', words: word }),
    may: 'coordinator',
  },
  [`${ACTIONS}#untarget`]: {
    path: page,
    fields: ({ own }) => ({ regionId: own.id, id: own.target }),
    may: 'coordinator',
  },
}
