import type { Guide, GuideItem, GuideMilestone } from '../../guidebook/rules'

/** A checklist item or milestone that a region has added to a step. */
export interface OwnEntryRow {
  id: string
  step: string
  kind: 'item' | 'milestone'
  title: string
  doneWhen: string
  position: number
  archived: boolean
  version: number
}

/** True for the id of an entry that a region has added ('purpose.checklist.own-…'). */
export function isOwn(id: string): boolean {
  return /\.(checklist|milestones)\.own-/.test(id)
}

/** The address of an item's or milestone's own page, or of a task's, whose id has no step. */
export function placeOfEntry(region: string, id: string): string {
  if (!id.includes('.')) return `/regions/${region}/tasks/${id}`
  const [step = '', ...entry] = id.split('.')
  return `/regions/${region}/steps/${step}/${entry.join('.')}`
}

/** The list of a step that an own entry's id names; `tail` keeps it apart from all others. */
export function ownId(step: string, kind: OwnEntryRow['kind'], tail: string): string {
  return `${step}.${kind === 'item' ? 'checklist' : 'milestones'}.own-${tail}`
}

/** The places of a list once one of its entries went up or down by one among those not set aside. */
export function moveWithin(
  own: readonly OwnEntryRow[],
  { id, step, kind }: Pick<OwnEntryRow, 'id' | 'step' | 'kind'>,
  way: 'up' | 'down',
): { id: string; position: number }[] {
  const list = besides(own, { step, kind })
  const at = list.findIndex((entry) => entry.id === id)
  const to = way === 'up' ? at - 1 : at + 1
  const [moved, neighbour] = [list[at], list[to]]
  if (moved && neighbour) [list[at], list[to]] = [neighbour, moved]
  return list.map((entry, index) => ({ id: entry.id, position: index + 1 }))
}

/** Which ways an entry can go in its list. */
export function movesOf(own: readonly OwnEntryRow[], entry: OwnEntryRow) {
  const list = besides(own, entry)
  return { up: list[0]?.id !== entry.id, down: list.at(-1)?.id !== entry.id }
}

function besides(own: readonly OwnEntryRow[], { step, kind }: Pick<OwnEntryRow, 'step' | 'kind'>) {
  return own
    .filter((entry) => entry.step === step && entry.kind === kind && !entry.archived)
    .sort(inOrder)
}

function inOrder(a: OwnEntryRow, b: OwnEntryRow): number {
  return a.position - b.position || a.id.localeCompare(b.id)
}

/**
 * The guide with a region's own entries behind the guidebook's. They are never essential and never
 * gates, and no count of the rules includes them. Those set aside are left out unless asked for.
 */
export function withOwnEntries(
  guide: Guide,
  own: readonly OwnEntryRow[],
  { archived = false }: { archived?: boolean } = {},
): Guide {
  const shown = own.filter((entry) => archived || !entry.archived)
  if (shown.length === 0) return guide
  const ordered = shown.sort(inOrder)
  const steps = guide.steps.map((step) => {
    const of = (kind: OwnEntryRow['kind']) =>
      ordered.filter((entry) => entry.step === step.slug && entry.kind === kind)
    return {
      ...step,
      ownItems: of('item').map(asItem),
      ownMilestones: of('milestone').map(asMilestone),
    }
  })
  return { ...guide, steps }
}

function asItem({ id, title, doneWhen }: OwnEntryRow): GuideItem {
  return {
    ...{ id, label: title, doneWhen, essential: false, weight: 0 },
    ...{ defaultOwner: 'coordinator', triggersMilestone: false },
  }
}

function asMilestone({ id, title, doneWhen }: OwnEntryRow): GuideMilestone {
  return { id, title, reachedWhen: doneWhen, gate: false, weight: 0 }
}
