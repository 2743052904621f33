import { MOST_VALUE } from '../../numbers/rules'
import { findFault, hasValue, listParts } from '../../rules'
import { type Fault, type Standing, TEXT_LIMITS, type Values, type WantedEntry } from '../rules'

export interface EntryDecision {
  wanted: WantedEntry
  /** What the row goes on from; null for a quarter nobody told. */
  before: Standing | null
  after: Values
  changed: (keyof Values)[]
  faults: Fault[]
}

const EMPTY: Values = { value: null, breakdown: {}, source: '', context: '', status: 'draft' }

/**
 * What rows would write: each that says something new is the next version of its quarter. A row that
 * says what its version says is left as it is, so that a downloaded sheet can come back whole.
 * `now` is the present quarter.
 */
export function decideEntries(
  standings: readonly Standing[],
  rows: readonly WantedEntry[],
  now: string,
): EntryDecision[] {
  const versions = Map.groupBy(standings, ({ metric, quarter }) => `${metric} ${quarter}`)
  const taken = new Map<string, number>()
  return rows.map((wanted): EntryDecision => {
    const { row, metric, quarter, version, set } = wanted
    const nothing = { wanted, before: null, after: EMPTY, changed: [] }
    if (metric === null || quarter === null) return { ...nothing, faults: [] }
    const key = `${metric} ${quarter}`
    const known = (versions.get(key) ?? []).toSorted((a, b) => b.version - a.version)
    const [latest = null] = known
    const before = version === null ? latest : known.find((one) => one.version === version)
    if (before === undefined) {
      return { ...nothing, faults: [{ column: 'version', fault: 'version' }] }
    }
    const after = { ...valuesOf(before ?? EMPTY), ...set }
    const changed = listChanged(before ?? EMPTY, after)
    const faults: Fault[] = []
    if (changed.length > 0) {
      const first = taken.get(key)
      if (first !== undefined)
        faults.push({ column: 'quarter', fault: 'twice', values: { row: first } })
      taken.set(key, row)
      if (before !== latest) faults.push({ column: 'version', fault: 'changedSince' })
      faults.push(...checkValues({ metric, quarter }, after, now))
    }
    return { wanted, before, after, changed, faults }
  })
}

function valuesOf({ value, breakdown, source, context, status }: Values): Values {
  return { value, breakdown, source, context, status }
}

function listChanged(before: Values, after: Values): (keyof Values)[] {
  const plain = (value: Values[keyof Values]) =>
    typeof value === 'object' && value !== null
      ? JSON.stringify(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
      : String(value ?? '')
  const keys = Object.keys(EMPTY) as (keyof Values)[]
  return keys.filter((key) => plain(before[key]) !== plain(after[key]))
}

function checkValues(
  { metric, quarter }: Pick<Standing, 'metric' | 'quarter'>,
  after: Values,
  now: string,
): Fault[] {
  const faults: Fault[] = []
  const { value, breakdown } = after
  if (quarter > now) faults.push({ column: 'quarter', fault: 'notYet' })
  if (hasValue(metric) && value === null) faults.push({ column: 'value', fault: 'required' })
  if (!hasValue(metric) && value !== null) faults.push({ column: 'value', fault: 'channels' })
  if (!hasValue(metric) && Object.keys(breakdown).length === 0) {
    faults.push({ column: 'parts', fault: 'required' })
  }
  if ([value ?? 0, ...Object.values(breakdown)].some((one) => one > MOST_VALUE)) {
    faults.push({ column: 'value', fault: 'number' })
  }
  const own = new Set(listParts(metric))
  if (Object.keys(breakdown).some((part) => !own.has(part))) {
    faults.push({ column: 'parts', fault: 'otherParts' })
  }
  const fault = findFault(metric, value, breakdown)
  if (fault) faults.push({ column: 'parts', fault: fault.fault })
  for (const column of ['source', 'context'] as const) {
    const most = TEXT_LIMITS[column]
    if (after[column].length > most) faults.push({ column, fault: 'tooLong', values: { most } })
  }
  return faults
}
