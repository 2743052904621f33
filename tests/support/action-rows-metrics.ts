import type { ActionRow } from './action-row'
import type { World } from './cast'

const ACTIONS = 'app/(workspace)/regions/[region]/metrics/actions.ts'
const IMPORTS = 'app/(workspace)/regions/[region]/metrics/import/actions.ts'
const RATES = 'app/(workspace)/admin/rates/actions.ts'
const home = ({ own }: World) => `/regions/${own.slug}/metrics`
const money = ({ own }: World) => `/regions/${own.slug}/metrics/funding_leveraged`
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
  [`${ACTIONS}#line`]: {
    path: page,
    fields: (world, word) => ({
      ...{ ...of(world), title: word, day: '2026-02-03', kind: 'course', learners: '12' },
      ...{ joint: 'on', jointKey: world.foreign.jointKey, share: '40' },
    }),
    may: 'coordinator',
  },
  [`${ACTIONS}#advance`]: {
    path: money,
    fields: ({ own }) => ({ regionId: own.id, id: own.line, stage: 'secured', day: '2026-03-04' }),
    may: 'coordinator',
  },
  [`${ACTIONS}#unline`]: {
    path: page,
    fields: ({ own }) => ({ regionId: own.id, id: own.line }),
    may: 'coordinator',
  },
  [`${ACTIONS}#measureBy`]: {
    path: home,
    fields: ({ own }, word) => ({
      ...{ regionId: own.id, kind: 'workers', year: '2024', value: '9000', source: word },
    }),
    may: 'coordinator',
  },
  [`${ACTIONS}#unmeasure`]: {
    path: home,
    fields: ({ own }) => ({ regionId: own.id, kind: 'enterprises', year: '2025' }),
    may: 'coordinator',
  },
  [`${RATES}#set`]: {
    path: () => '/admin/rates',
    fields: (_, word) => ({ currency: 'CZK', day: '2026-03-04', rate: '25.1', source: word }),
    may: 'staff',
  },
  // A form cannot send a file as text, so this one is always refused.
  [`${RATES}#bring`]: {
    path: () => '/admin/rates',
    fields: (_, word) => ({ source: word, file: word }),
    may: 'staff',
  },
  [`${IMPORTS}#look`]: {
    path: (world) => `${home(world)}/import`,
    fields: ({ own }, word) => ({ regionId: own.id, file: word }),
    may: 'coordinator',
  },
  [`${IMPORTS}#keep`]: {
    path: (world) => `${home(world)}/import`,
    fields: ({ own }, word) => ({
      regionId: own.id,
      changes: JSON.stringify([
        {
          row: 2,
          metric: 'trainings_delivered',
          quarter: '2026-Q1',
          version: 2,
          set: { source: word, breakdown: {} },
        },
      ]),
    }),
    may: 'coordinator',
  },
}
