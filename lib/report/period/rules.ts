import { addQuarters, lastDayOf, quarterOf } from '../../metrics/series/rules'

/** What a report may hold, in its order. */
export const SECTIONS = [
  ...(['story', 'journey', 'changes', 'milestones'] as const),
  ...(['metrics', 'assessment', 'partners', 'outlook'] as const),
] as const

export type SectionId = (typeof SECTIONS)[number]

/** ISO days, both within. */
export interface Period {
  from: string
  to: string
}

/** The first ISO day of a quarter. */
function firstDayOf(quarter: string): string {
  const starts = { 1: '01-01', 2: '04-01', 3: '07-01', 4: '10-01' } as const
  return `${quarter.slice(0, 4)}-${starts[Number(quarter.slice(6)) as 1]}`
}

/** The quarter that was over last, and the present one so far: what a report tells of unless asked. */
export function usualPeriod(today: string): Period {
  return { from: firstDayOf(addQuarters(quarterOf(today), -1)), to: today }
}

/** The days asked for, as far as they make sense: in order, and none that has not come. */
export function periodOf(
  { from, to }: { from: string | null; to: string | null },
  today: string,
): Period {
  const usual = usualPeriod(today)
  const last = to && to <= today ? to : usual.to
  const first = from ?? usual.from
  return first <= last ? { from: first, to: last } : { from: usual.from, to: usual.to }
}

/** The last quarter that was over when the period ended, as an ISO day on which it was. */
export function asOfPeriod({ to }: Period): string {
  const quarter = quarterOf(to)
  return lastDayOf(quarter) === to ? firstDayOf(addQuarters(quarter, 1)) : to
}
