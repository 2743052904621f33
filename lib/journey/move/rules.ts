import type { GuideStep } from '../../guidebook/rules'
import { deriveJourney, type JourneyRecord } from '../derived/rules'
import { isOwn } from '../own/rules'
import type { StepState } from '../rules'

/** An item, upkeep item or milestone as an edition has it. */
export interface GuideEntry {
  id: string
  kind: 'item' | 'upkeep' | 'milestone'
  words: string
  doneWhen: string
  /** Essential item or gate: without it the step is not reached. */
  decides: boolean
}

/** What another edition brings to a step's lists, by id. */
export interface StepDiff {
  added: GuideEntry[]
  dropped: GuideEntry[]
  changed: { before: GuideEntry; after: GuideEntry }[]
}

export interface StepMove extends StepDiff {
  slug: string
  number: number
  title: string
  before: Standing
  after: Standing
  /** Why it may stand differently, each with how many entries it concerns. */
  reasons: { reason: MoveReason; count: number }[]
}

interface Standing {
  state: StepState
  progress: number
}

type MoveReason =
  | ('essentials' | 'items' | 'droppedItems' | 'gates' | 'milestones' | 'droppedMilestones')
  | ('nowEssential' | 'nowGate' | 'noLonger' | 'reworded')

/**
 * What moving a region to another edition would do, step by step: states and percentages by the
 * same rules before and after, and what its record would keep in the lists or lose from them.
 */
export function previewMove(
  from: readonly GuideStep[],
  to: readonly GuideStep[],
  record: JourneyRecord,
  asOf: string,
): { steps: StepMove[]; kept: number; lost: string[] } {
  const before = deriveJourney(from, record, asOf).steps
  const after = deriveJourney(to, record, asOf).steps
  const steps = to.flatMap((step): StepMove[] => {
    const old = from.find(({ slug }) => slug === step.slug)
    const was = before.find(({ slug }) => slug === step.slug)
    const is = after.find(({ slug }) => slug === step.slug)
    if (!old || !was || !is) return []
    const diff = diffSteps(old, step)
    const { slug, number, title } = step
    return [
      {
        ...{ slug, number, title, ...diff, reasons: reasonsOf(diff) },
        before: { state: was.state, progress: was.progress },
        after: { state: is.state, progress: is.progress },
      },
    ]
  })
  const known = new Set(to.flatMap(listGuideEntries).map(({ id }) => id))
  const present = new Set(from.flatMap(listGuideEntries).map(({ id }) => id))
  const recorded = recordedIds(record)
  return {
    steps,
    kept: recorded.filter((id) => known.has(id) || isOwn(id)).length,
    lost: recorded.filter((id) => present.has(id) && !known.has(id)),
  }
}

/** What is new, changed and dropped in a step's lists from one edition to another. */
export function diffSteps(from: GuideStep, to: GuideStep): StepDiff {
  const [before, after] = [listGuideEntries(from), listGuideEntries(to)]
  const was = new Map(before.map((entry) => [entry.id, entry]))
  const is = new Set(after.map(({ id }) => id))
  return {
    added: after.filter(({ id }) => !was.has(id)),
    dropped: before.filter(({ id }) => !is.has(id)),
    changed: after.flatMap((entry) => {
      const old = was.get(entry.id)
      return old && !isAlike(old, entry) ? [{ before: old, after: entry }] : []
    }),
  }
}

function listGuideEntries({ items, upkeep, milestones }: GuideStep): GuideEntry[] {
  const asEntry = (kind: 'item' | 'upkeep') => (item: GuideStep['items'][number]) => ({
    ...{ id: item.id, kind, words: item.label, doneWhen: item.doneWhen, decides: item.essential },
  })
  return [
    ...items.map(asEntry('item')),
    asEntry('upkeep')(upkeep),
    ...milestones.map(({ id, title, reachedWhen, gate }) => ({
      ...{ id, kind: 'milestone' as const, words: title, doneWhen: reachedWhen, decides: gate },
    })),
  ]
}

function isAlike(a: GuideEntry, b: GuideEntry): boolean {
  return a.words === b.words && a.doneWhen === b.doneWhen && a.decides === b.decides
}

function reasonsOf({ added, dropped, changed }: StepDiff): StepMove['reasons'] {
  const isMilestone = ({ kind }: GuideEntry) => kind === 'milestone'
  const now = changed.filter(({ before, after }) => after.decides && !before.decides)
  const counts: Record<MoveReason, number> = {
    essentials: added.filter((one) => !isMilestone(one) && one.decides).length,
    items: added.filter((one) => !isMilestone(one) && !one.decides).length,
    gates: added.filter((one) => isMilestone(one) && one.decides).length,
    milestones: added.filter((one) => isMilestone(one) && !one.decides).length,
    nowEssential: now.filter(({ after }) => !isMilestone(after)).length,
    nowGate: now.filter(({ after }) => isMilestone(after)).length,
    noLonger: changed.filter(({ before, after }) => before.decides && !after.decides).length,
    droppedItems: dropped.filter((one) => !isMilestone(one)).length,
    droppedMilestones: dropped.filter(isMilestone).length,
    reworded: changed.filter(({ before, after }) => before.decides === after.decides).length,
  }
  return Object.entries(counts).flatMap(([reason, count]) =>
    count > 0 ? [{ reason: reason as MoveReason, count }] : [],
  )
}

/** What a region has done something about: untouched rows and plans alone are no loss. */
function recordedIds({ ticks, milestones }: JourneyRecord): string[] {
  return [
    ...ticks.filter(({ state }) => state !== 'open').map(({ item }) => item),
    ...milestones
      .filter(({ state, plannedOn }) => state === 'reached' || plannedOn !== null)
      .map(({ milestone }) => milestone),
  ]
}
