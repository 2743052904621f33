import { SECTORS } from '../../../partners/rules'
import type { Fault, Kind, Standing, Values, Wanted } from '../rules'
import { clean } from '../../../sheet/text/rules'
import { decideState } from './state/rules'

/** More left out in one step would empty it (guidebook/rules.md, Words). */
const MOST_NOT_APPLICABLE = 2

const LONGEST = { title: 200, doneWhen: 500, note: 2000, reason: 500 } as const

/** A region's entries and what else decides what may become of them. */
export interface Situation {
  entries: readonly Standing[]
  steps: readonly string[]
  /** Ids of partners who can look after something. */
  partners: readonly string[]
  /** Own entries of a list, those set aside too, by listOf. */
  ownCounts: ReadonlyMap<string, number>
  mostOwn: number
  /** ISO day in the region. */
  today: string
}

/** What becomes of the entry of a row; without faults it may. */
export interface Decision {
  wanted: Wanted
  /** Null for a new entry. */
  before: Standing | null
  after: Standing
  changed: (keyof Values)[]
  faults: Fault[]
}

/** The list that an own entry would stand in. */
export function listOf(step: string, kind: Kind): string {
  return `${step} ${kind}`
}

/** What all rows together would make of a region's entries, by the same rules as every form. */
export function decide(situation: Situation, rows: readonly Wanted[]): Decision[] {
  const entries = new Map(situation.entries.map((entry) => [entry.id, entry]))
  const seen = new Map<string, number>()
  const decisions = rows.map((wanted) => {
    const decision = decideRow(situation, wanted, entries.get(wanted.id ?? '') ?? null)
    const first = wanted.id === null ? undefined : seen.get(wanted.id)
    if (wanted.id !== null && first === undefined) seen.set(wanted.id, wanted.row)
    if (first === undefined) return decision
    const twice = { column: 'id', fault: 'idTwice', values: { row: first } } as const
    return { ...decision, changed: [], faults: [twice] }
  })
  return limitOwn(situation, limitNotApplicable(situation, decisions))
}

function decideRow(situation: Situation, wanted: Wanted, before: Standing | null): Decision {
  const nothing = { wanted, before, changed: [] }
  if (wanted.id !== null && !before) {
    return { ...nothing, after: blank(wanted), faults: [{ column: 'id', fault: 'unknownId' }] }
  }
  const base = before ?? blank(wanted)
  const { title, doneWhen, ...set } = wanted.set
  // The guidebook's words are the same for everybody.
  const words = base.own ? { title: title ?? base.title, doneWhen: doneWhen ?? base.doneWhen } : {}
  const { state, since, reason, faults } = decideState(base, wanted.set, situation.today)
  // A former partner stays where it is and can be put nowhere.
  const owner =
    !set.owner || (set.owner === 'former' && isFormer(base, situation)) ? base.owner : set.owner
  const wished: Standing = {
    ...{ ...base, ...words, state, since, reason, owner },
    ...{ day: set.day === undefined ? base.day : set.day, note: set.note ?? base.note },
  }
  const changed = listChanged(before ?? { ...base, title: '' }, wished)
  const after = { ...base, ...pick(wished, changed) }
  const all = [
    ...(before ? [] : faultsOfNew(situation, wanted)),
    ...faults,
    ...faultsOfTexts(after, changed),
    ...(changed.includes('owner') && !isOwner(owner, situation) ? [blame('owner', 'owner')] : []),
    ...(before ? faultsOfVersion(wanted, before, changed) : []),
  ]
  return { wanted, before, after, changed, faults: all }
}

function blank({ step, kind, set }: Wanted): Standing {
  return {
    ...{ id: '', step: step ?? '', kind: kind ?? 'item', own: true, binding: false, version: 0 },
    ...{ title: set.title ?? '', doneWhen: '', owner: 'coordinator', day: null, since: null },
    ...{ note: '', reason: '', state: kind === 'milestone' ? 'planned' : 'open' },
  }
}

function blame(column: Fault['column'], fault: string, values?: Fault['values']): Fault {
  return { column, fault, ...(values && { values }) }
}

function faultsOfNew({ steps }: Situation, { step, kind, set }: Wanted): Fault[] {
  return [
    ...(step && steps.includes(step) ? [] : [blame('step', step ? 'step' : 'required')]),
    ...(kind ? [] : [blame('kind', 'required')]),
    ...(kind === 'upkeep' ? [blame('kind', 'ownUpkeep')] : []),
    ...(set.title ? [] : [blame('title', 'required')]),
  ]
}

function faultsOfTexts(after: Standing, changed: Decision['changed']): Fault[] {
  const faults = Object.entries(LONGEST).flatMap(([key, most]) => {
    const column = key as keyof typeof LONGEST
    const isTooLong = changed.includes(column) && after[column].length > most
    return isTooLong ? [blame(column, 'tooLong', { most })] : []
  })
  const lacksTitle = changed.includes('title') && !/^\P{Cc}+$/u.test(after.title)
  const isNamed = faults.some(({ column }) => column === 'title')
  return lacksTitle && !isNamed ? [...faults, blame('title', 'required')] : faults
}

function faultsOfVersion(
  { version }: Wanted,
  before: Standing,
  changed: Decision['changed'],
): Fault[] {
  if (version === null || version === before.version) return []
  if (version > before.version) return [blame('version', 'version')]
  // What somebody else has changed to the very same is no quarrel.
  return changed.length > 0 ? [blame('version', 'changedSince')] : []
}

function isFormer({ owner }: Standing, { partners }: Situation): boolean {
  return owner.startsWith('partner:') && !partners.includes(owner.slice(8))
}

function isOwner(word: string, { partners }: Situation): boolean {
  if (word.startsWith('partner:')) return partners.includes(word.slice(8))
  if (word.startsWith('sector:')) return SECTORS.some((sector) => sector === word.slice(7))
  return word === 'coordinator' || word === 'any-partner'
}

const TEXTS = ['title', 'doneWhen', 'note', 'reason'] as const
const CODES = ['state', 'owner', 'day', 'since'] as const

function listChanged(before: Standing, after: Standing): Decision['changed'] {
  const texts = TEXTS.filter((key) => clean(before[key]) !== clean(after[key]))
  const codes = CODES.filter((key) => before[key] !== after[key])
  return [...texts, ...codes]
}

function pick(values: Values, keys: Decision['changed']): Partial<Values> {
  return Object.fromEntries(keys.map((key) => [key, values[key]]))
}

/** At most two items of a step do not apply, counted once all rows have had their say. */
function limitNotApplicable({ entries }: Situation, decisions: Decision[]): Decision[] {
  const decided = new Set(decisions.map(({ wanted }) => wanted.id))
  const final = [
    ...entries.filter(({ id }) => !decided.has(id)),
    ...decisions.map(({ after }) => after),
  ].filter(({ state }) => state === 'not_applicable')
  const perStep = Map.groupBy(final, ({ step }) => step)
  return decisions.map((decision) => {
    const { before, after, faults } = decision
    const isNew = after.state === 'not_applicable' && before?.state !== 'not_applicable'
    const isOne = (perStep.get(after.step)?.length ?? 0) <= MOST_NOT_APPLICABLE
    if (!isNew || isOne) return decision
    return { ...decision, faults: [...faults, blame('state', 'twoNotApplicable')] }
  })
}

function limitOwn({ ownCounts, mostOwn }: Situation, decisions: Decision[]): Decision[] {
  const counts = new Map(ownCounts)
  return decisions.map((decision) => {
    if (decision.wanted.id !== null) return decision
    const list = listOf(decision.after.step, decision.after.kind)
    const count = (counts.get(list) ?? 0) + 1
    counts.set(list, count)
    if (count <= mostOwn) return decision
    const tooMany = blame('title', 'tooManyOwn', { most: mostOwn })
    return { ...decision, faults: [...decision.faults, tooMany] }
  })
}
