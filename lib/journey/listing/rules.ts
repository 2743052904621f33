import type { Guide, GuideStep } from '../../guidebook/rules'
import type { DerivedStep } from '../derived/rules'
import { type Owner, ownerOf, ownerWord } from '../access/rules'
import { isOwn } from '../own/rules'
import { nameKey } from '../projection/rules'

/** An item or milestone as one row among all of a region. Days are ISO days. */
export interface ListedEntry {
  id: string
  kind: 'item' | 'upkeep' | 'milestone'
  step: string
  number: number
  part: number
  title: string
  /** Essential, or a gate. */
  binding: boolean
  own: boolean
  state: 'open' | 'started' | 'done' | 'not_applicable' | 'waived' | 'planned' | 'reached'
  owner: Owner
  /** Wanted by, or planned for. */
  day: string | null
  /** Done or reached on. */
  since: string | null
  version: number
}

interface Kept {
  ownerKind: string | null
  ownerSector: string | null
  ownerPartner: string | null
  version: number
}

interface Rows {
  ticks: readonly (Kept & {
    item: string
    state: ListedEntry['state']
    dueOn: string | null
    doneOn: string | null
  })[]
  milestones: readonly (Kept & {
    milestone: string
    state: ListedEntry['state']
    plannedOn: string | null
    reachedOn: string | null
  })[]
}

/**
 * Every item, upkeep item and milestone of a region in the guidebook's order. Upkeep of a reached
 * step has the day by which it is due again (guidebook/rules.md, Upkeep).
 */
export function listEntries(
  { steps }: Guide,
  { ticks, milestones }: Rows,
  derived: readonly Pick<DerivedStep, 'slug' | 'upkeepDueOn'>[],
): ListedEntry[] {
  return steps.flatMap((step) => {
    const again = derived.find(({ slug }) => slug === step.slug)?.upkeepDueOn ?? null
    const items = [...step.items, ...step.ownItems, step.upkeep].map((item): ListedEntry => {
      const row = ticks.find((tick) => tick.item === item.id) ?? null
      const isAgain = item.id === step.upkeep.id && again !== null
      return {
        ...placeOf(step, item.id),
        kind: item.id === step.upkeep.id ? 'upkeep' : 'item',
        ...{ title: item.label, binding: item.essential },
        state: isAgain ? 'open' : (row?.state ?? 'open'),
        ...{ owner: ownerOf(row, item.defaultOwner), version: row?.version ?? 0 },
        ...{ day: isAgain ? again : (row?.dueOn ?? null), since: row?.doneOn ?? null },
      }
    })
    const planned = [...step.milestones, ...step.ownMilestones].map((milestone): ListedEntry => {
      const row = milestones.find((one) => one.milestone === milestone.id) ?? null
      return {
        ...placeOf(step, milestone.id),
        ...{ kind: 'milestone', title: milestone.title, binding: milestone.gate },
        ...{ state: row?.state ?? 'planned', owner: ownerOf(row, 'coordinator') },
        ...{ day: row?.plannedOn ?? null, since: row?.reachedOn ?? null },
        version: row?.version ?? 0,
      }
    })
    return [...items, ...planned]
  })
}

function placeOf({ slug, number, part }: GuideStep, id: string) {
  return { id, step: slug, number, part, own: isOwn(id) }
}

export const STANDINGS = ['open', 'started', 'overdue', 'done', 'left_out'] as const

export const ORDERS = ['journey', 'day', 'title'] as const

/** Entries in the guidebook's order, by their day (those without last), or by name. */
export function sortEntries(
  entries: readonly ListedEntry[],
  order: (typeof ORDERS)[number],
): ListedEntry[] {
  if (order === 'journey') return [...entries]
  const key = ({ day, title }: ListedEntry) => (order === 'day' ? (day ?? '9999') : nameKey(title))
  return [...entries].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** What the list is narrowed to; null narrows nothing. */
export interface EntryFilter {
  q: string | null
  step: string | null
  kind: 'item' | 'milestone' | null
  standing: (typeof STANDINGS)[number] | null
  owner: string | null
  sort: (typeof ORDERS)[number]
}

/** The entries a filter lets through; the search ignores case and accents. */
export function filterEntries(
  entries: readonly ListedEntry[],
  { q, step, kind, standing, owner }: Omit<EntryFilter, 'sort'>,
  today: string,
): ListedEntry[] {
  const wanted = nameKey(q ?? '')
  return entries.filter(
    (entry) =>
      (step === null || entry.step === step) &&
      (kind === null || (entry.kind === 'milestone') === (kind === 'milestone')) &&
      (standing === null || hasStanding(entry, standing, today)) &&
      (owner === null || ownerWord(entry.owner) === owner) &&
      nameKey(entry.title).includes(wanted),
  )
}

function hasStanding(
  { state, day }: ListedEntry,
  standing: (typeof STANDINGS)[number],
  today: string,
): boolean {
  const isOpen = ['open', 'started', 'planned'].includes(state)
  if (standing === 'open') return isOpen
  if (standing === 'started') return state === 'started'
  if (standing === 'overdue') return isOpen && day !== null && day < today
  if (standing === 'done') return state === 'done' || state === 'reached'
  return state === 'not_applicable' || state === 'waived'
}
