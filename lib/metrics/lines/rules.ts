import { type Breakdown, type Metric, PARTS } from '../rules'
import { quarterOf } from '../series/rules'

/** The metrics that are counted line by line. */
export const LINED = ['trainings_delivered', 'challenge_labs_held', 'funding_leveraged'] as const
export type Lined = (typeof LINED)[number]

export const STAGES = ['applied', 'secured', 'received'] as const
type Stage = (typeof STAGES)[number]

/** One thing that counts towards a quarter. */
export interface Line {
  metric: Lined
  /** The ISO day on which it ended or was signed. */
  day: string
  /** A format, or where money comes from: one of the metric's parts, or ''. */
  kind: string
  stage: Stage | ''
  learners: number | null
  /** The whole in euros at the rate of the signature; null while nothing is signed. */
  euros: number | null
  fromYear: number | null
  toYear: number | null
  jointKey: string | null
  /** Per cent of it that are the region's own. */
  share: number
}

/** The kinds that a metric's lines may be of. */
export function kindsOf(metric: Lined): readonly string[] {
  return PARTS[metric].shares
}

/** Money counts once it is secured; a training or lab once it is there (guidebook model, 3.9). */
export function counts({ metric, stage }: Pick<Line, 'metric' | 'stage'>): boolean {
  return metric !== 'funding_leveraged' || stage === 'secured' || stage === 'received'
}

/** The region's own part of a line's money, in cents; what is not secured is worth nothing yet. */
function ownCents(line: Line): number {
  return counts(line) && line.euros !== null ? Math.round(line.euros * line.share) : 0
}

/** What the lines of a quarter come to, or null where there is none that counts. */
export interface Suggestion {
  value: number
  /** How many lines it comes from. */
  lines: number
  breakdown: Breakdown
}

/**
 * A region held a joint training whole, and counts it as one; of its learners and of joint money it
 * counts its own share (guidebook model, 3.9; docs/decisions/0022-metrics.md).
 */
export function suggestFrom(
  metric: Metric,
  lines: readonly Line[],
  quarter: string,
): Suggestion | null {
  const source = metric === 'learners_reached' ? 'trainings_delivered' : metric
  const own = lines.filter(
    (line) => line.metric === source && counts(line) && quarterOf(line.day) === quarter,
  )
  if (own.length === 0) return null
  if (metric === 'learners_reached') {
    const people = own.reduce((sum, line) => sum + ((line.learners ?? 0) * line.share) / 100, 0)
    return { value: Math.round(people), lines: own.length, breakdown: {} }
  }
  const isMoney = metric === 'funding_leveraged'
  const worth = (line: Line) => (isMoney ? ownCents(line) : 1)
  const units = isMoney ? 100 : 1
  const kinds = Map.groupBy(
    own.filter(({ kind }) => kind !== ''),
    ({ kind }) => kind,
  )
  const breakdown = Object.fromEntries(
    [...kinds].map(([kind, some]) => [
      kind,
      some.reduce((sum, line) => sum + worth(line), 0) / units,
    ]),
  )
  const value = own.reduce((sum, line) => sum + worth(line), 0) / units
  return { value, lines: own.length, breakdown }
}

/** How many things the lines of several regions are: a joint one is one, whoever took part. */
export function countOnce(lines: readonly Pick<Line, 'jointKey'>[]): number {
  const joint = new Set(lines.flatMap(({ jointKey }) => jointKey ?? []))
  return joint.size + lines.filter(({ jointKey }) => jointKey === null).length
}

/** Whether the shares of a joint thing are all given out: open, whole, or more than there is. */
export function stateOfShares(shares: readonly number[]): 'open' | 'whole' | 'over' {
  const hundredths = shares.reduce((sum, share) => sum + Math.round(share * 100), 0)
  if (hundredths === 10_000) return 'whole'
  return hundredths < 10_000 ? 'open' : 'over'
}

/**
 * The region's own secured money by the years it is for, in euros: in equal parts to the cent, the
 * odd cents to the first years; without years all in that of the signature.
 */
export function spreadOverYears(lines: readonly Line[]): { year: number; euros: number }[] {
  const years = new Map<number, number>()
  for (const line of lines) {
    const signed = Number(line.day.slice(0, 4))
    const first = line.fromYear ?? signed
    const count = Math.max(1, (line.toYear ?? first) - first + 1)
    const cents = ownCents(line)
    if (cents === 0) continue
    for (let index = 0; index < count; index++) {
      const part = Math.floor(cents / count) + (index < cents % count ? 1 : 0)
      years.set(first + index, (years.get(first + index) ?? 0) + part)
    }
  }
  return [...years]
    .toSorted(([a], [b]) => a - b)
    .map(([year, cents]) => ({ year, euros: cents / 100 }))
}
