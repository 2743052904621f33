import { SECTORS } from '../partners/rules'

/** The guidebook's metrics, the core ones first (guidebook model, 3.9). */
export const METRICS = [
  ...([
    'partners_engaged',
    'trainings_delivered',
    'learners_reached',
    'funding_leveraged',
  ] as const),
  ...([
    'microcredential_modules',
    'smes_adopting',
    'challenge_labs_held',
    'people_reached',
  ] as const),
] as const

export type Metric = (typeof METRICS)[number]

/** A stock is what there is at the end of a quarter; a flow is what came about within it. */
export const KIND: Record<Metric, 'stock' | 'flow'> = {
  ...{ partners_engaged: 'stock', trainings_delivered: 'flow', learners_reached: 'flow' },
  ...{ funding_leveraged: 'flow', microcredential_modules: 'stock', smes_adopting: 'stock' },
  ...{ challenge_labs_held: 'flow', people_reached: 'flow' },
}

interface Parts {
  /** They divide the value among them: together never more than it. */
  shares: readonly string[]
  /** Each of them is some of the value. */
  within: readonly string[]
  /** Counted beside it, in another unit. */
  beside: readonly string[]
}

const NONE: Parts = { shares: [], within: [], beside: [] }

/** What a value may be broken down into. */
export const PARTS: Record<Metric, Parts> = {
  partners_engaged: {
    shares: SECTORS,
    within: ['committed', 'micro', 'intermediary'],
    beside: ['ever'],
  },
  trainings_delivered: {
    shares: ['workshop', 'course', 'microcredential', 'lab', 'trainTrainer'],
    within: ['digital', 'green', 'entrepreneurial', 'creativeSkills', 'transversal'],
    beside: ['hours'],
  },
  learners_reached: {
    shares: ['employed', 'freelance', 'student', 'jobseeker', 'unknown'],
    within: ['uniqueCounted', 'uniqueEstimated'],
    beside: [],
  },
  funding_leveraged: {
    shares: ['eu', 'national', 'regional', 'partnerCash', 'partnerKind', 'private'],
    within: [],
    beside: [],
  },
  microcredential_modules: { ...NONE, within: ['stackable'] },
  smes_adopting: { ...NONE, within: ['sentStaff', 'recognised', 'hosted'] },
  challenge_labs_held: NONE,
  // Channels are not added up, so there is no value of which they would be parts.
  people_reached: { ...NONE, beside: ['events', 'media', 'social', 'web', 'otherChannel'] },
}

/** Every part's name once: no two metrics mean different things by one. */
export const PART_NAMES = [...new Set(METRICS.flatMap((metric) => listParts(metric)))]

/** The parts of a metric in the order in which they are asked for. */
export function listParts(metric: Metric): string[] {
  const { shares, within, beside } = PARTS[metric]
  return [...shares, ...within, ...beside]
}

/** Whether a metric has one number a quarter; people reached are told by channel alone. */
export function hasValue(metric: Metric): boolean {
  return metric !== 'people_reached'
}

export type Breakdown = Record<string, number>

/** What is wrong with a value and its parts: the part concerned, or null. */
export function findFault(
  metric: Metric,
  value: number | null,
  breakdown: Breakdown,
): { part: string; fault: 'partsTooMany' | 'partTooLarge' } | null {
  if (value === null) return null
  const { shares, within } = PARTS[metric]
  const sum = shares.reduce((total, part) => total + (breakdown[part] ?? 0), 0)
  const [first] = shares.filter((part) => breakdown[part] !== undefined)
  if (first && sum > value) return { part: first, fault: 'partsTooMany' }
  const large = within.find((part) => (breakdown[part] ?? 0) > value)
  return large ? { part: large, fault: 'partTooLarge' } : null
}
