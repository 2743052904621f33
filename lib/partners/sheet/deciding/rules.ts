import { isWebAddress, keyOf } from '../../../sheet/text/rules'
import { isLikelySame } from '../../spelling/rules'
import {
  type Choice,
  type Fault,
  type Standing,
  TEXT_LIMITS,
  type Values,
  type Wanted,
} from '../rules'

export interface Situation {
  /** The organisations of the register that are not set aside. */
  partners: readonly Standing[]
  /** ISO day. */
  today: string
}

/** Somebody a row may be about. */
interface Likely {
  id: string
  name: string
}

export interface Decision {
  wanted: Wanted
  /** The organisation it changes; null for a new one. */
  before: Standing | null
  after: Values
  changed: (keyof Values)[]
  faults: Fault[]
  /** Organisations it may be about, and rows before it that may say the same. */
  likely: Likely[]
  likelyRows: number[]
  /** What was chosen, where there was something to choose. */
  choice: Choice | null
}

const EMPTY: Omit<Values, 'name' | 'sector'> = {
  ...{ kind: '', also: [], subtype: '', status: 'identified', since: null, city: '' },
  ...{ website: '', size: '', micro: false, bridge: false, gains: [], gainNote: '' },
  ...{ brings: '', expects: '' },
}

/** What rows would do to the register, each by itself; `choices` are by row. */
export function decide(
  { partners, today }: Situation,
  rows: readonly Wanted[],
  choices: ReadonlyMap<number, Choice>,
): Decision[] {
  const byId = new Map(partners.map((partner) => [partner.id, partner]))
  const byName = new Map(partners.map((partner) => [keyOf(partner.name), partner]))
  const taken = new Map<string, number>()
  const before: { row: number; name: string }[] = []
  return rows.map((wanted) => {
    const { row, id, set } = wanted
    const name = set.name ?? ''
    const faults: Fault[] = []
    const exact = id ? byId.get(id) : byName.get(keyOf(name))
    if (id && !exact) faults.push({ column: 'id', fault: 'unknownId' })
    const isOpen = !id && !exact && name !== ''
    const likely = isOpen ? partners.filter((one) => isLikelySame(one.name, name)) : []
    const likelyRows = isOpen
      ? before.filter((one) => isOther(one.name, name)).map((one) => one.row)
      : []
    before.push({ row, name })
    const isAsked = likely.length > 0 || likelyRows.length > 0
    const choice = isAsked ? (choices.get(row) ?? null) : null
    const same = choice?.kind === 'same' ? likely.find((one) => one.id === choice.id) : undefined
    if (choice?.kind === 'same' && !same) faults.push({ column: 'name', fault: 'unknownId' })
    const target = exact ?? same ?? null
    if (target) {
      const first = taken.get(target.id)
      if (first !== undefined)
        faults.push({ column: 'name', fault: 'twice', values: { row: first } })
      else taken.set(target.id, row)
      const isOld = wanted.version !== null && wanted.version !== target.version
      if (isOld) faults.push({ column: 'version', fault: 'changedSince' })
    } else if (choice?.kind !== 'skip' && !id) {
      const key = `name ${keyOf(name)}`
      const first = taken.get(key)
      if (first !== undefined)
        faults.push({ column: 'name', fault: 'twice', values: { row: first } })
      else taken.set(key, row)
      if (!set.sector) faults.push({ column: 'sector', fault: 'required' })
    }
    const after = apply(target, same ? withoutEmpty(set) : set)
    if (choice?.kind !== 'skip') faults.push(...checkValues(after, target, today, byName))
    const changed = choice?.kind === 'skip' ? [] : listChanged(target, after)
    const about = likely.map((one) => ({ id: one.id, name: one.name }))
    return { wanted, before: target, after, changed, faults, likely: about, likelyRows, choice }
  })
}

/** The very same name twice is a fault, and nothing to choose. */
function isOther(one: string, name: string): boolean {
  return keyOf(one) !== keyOf(name) && isLikelySame(one, name)
}

/** A row about somebody known by another spelling adds what it says, and takes nothing away. */
function withoutEmpty({ name: _, ...set }: Partial<Values>): Partial<Values> {
  const said = Object.entries(set).filter(
    ([, value]) => value !== '' && value !== false && String(value) !== '',
  )
  return Object.fromEntries(said) as Partial<Values>
}

function apply(before: Standing | null, set: Partial<Values>): Values {
  const start = before ?? { ...EMPTY, name: '', sector: 'public' as const }
  const { name, kind, sector, also, subtype, status, since, city, website, size } = start
  const { micro, bridge, gains, gainNote, brings, expects } = start
  const after: Values = {
    ...{ name, kind, sector, also, subtype, status, since, city, website, size },
    ...{ micro, bridge, gains, gainNote, brings, expects, ...set },
  }
  // A new status has a day of its own.
  if (before && set.since === undefined && after.status !== before.status) after.since = null
  return {
    ...after,
    // Only the sector of creatives and civil society has halves.
    subtype: after.sector === 'creative_civil' ? after.subtype : '',
    also: after.also.filter((sector) => sector !== after.sector),
  }
}

function listChanged(before: Standing | null, after: Values): (keyof Values)[] {
  const keys = Object.keys(after) as (keyof Values)[]
  const start: Partial<Values> = before ?? EMPTY
  const sorted = (value: unknown) =>
    Array.isArray(value) ? [...(value as string[])].sort().join() : String(value ?? '')
  return keys.filter(
    (key) => (before === null && key === 'sector') || sorted(start[key]) !== sorted(after[key]),
  )
}

function checkValues(
  after: Values,
  target: Standing | null,
  today: string,
  byName: ReadonlyMap<string, Standing>,
): Fault[] {
  const faults: Fault[] = []
  for (const [column, most] of Object.entries(TEXT_LIMITS) as [
    keyof typeof TEXT_LIMITS,
    number,
  ][]) {
    if (after[column].length > most) faults.push({ column, fault: 'tooLong', values: { most } })
  }
  if (after.website !== '' && !isWebAddress(after.website)) {
    faults.push({ column: 'website', fault: 'website' })
  }
  if (after.since && after.since > today) faults.push({ column: 'since', fault: 'future' })
  const twin = byName.get(keyOf(after.name))
  if (target && twin && twin.id !== target.id) faults.push({ column: 'name', fault: 'taken' })
  return faults
}
