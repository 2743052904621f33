import type { GuideStep } from '../guidebook/rules'
import { isOwnedBy, ownerOf, type Owner } from '../journey/access/rules'
import type { DerivedStep } from '../journey/derived/rules'
import { isReached } from '../journey/rules'

/** Something that waits for one person in one region. */
export interface Waiting {
  kind: 'item' | 'milestone'
  id: string
  step: string
  number: number
  part: number
  title: string
  doneWhen: string
  binding: boolean
  state: string
  /** ISO day it is wanted by, or null. */
  dueOn: string | null
  version: number
}

interface Kept {
  state: string
  version: number
  ownerKind: string | null
  ownerSector: string | null
  ownerPartner: string | null
}

export interface MyRecord {
  role: 'coordinator' | 'partner' | 'observer'
  partner: { id: string; sector: string } | null
  ticks: readonly (Kept & { item: string; dueOn: string | null })[]
  milestones: readonly (Kept & { milestone: string; plannedOn: string | null })[]
}

/**
 * What waits for a member: open items and milestones that are theirs to do, in steps at work, in
 * the first step not yet reached, or with a day set; the most urgent first. Observers owe nothing.
 */
export function waitingFor(
  steps: readonly GuideStep[],
  derived: readonly DerivedStep[],
  record: MyRecord,
): Waiting[] {
  const isMine = (owner: Owner) =>
    record.role === 'coordinator'
      ? owner.kind === 'coordinator'
      : record.role === 'partner' && isOwnedBy(owner, record.partner)
  const first = derived.find(({ state }) => !isReached(state))
  const busy = new Set(
    derived.flatMap((one) => (one === first || one.state === 'in_progress' ? one.slug : [])),
  )
  const waiting = steps.flatMap((step) => {
    const atWork = busy.has(step.slug)
    return [...openItems(step, record, isMine), ...openMilestones(step, record, isMine)].filter(
      ({ dueOn }) => atWork || dueOn !== null,
    )
  })
  return waiting.sort(byUrgency)
}

function openItems(
  step: GuideStep,
  record: MyRecord,
  isMine: (owner: Owner) => boolean,
): Waiting[] {
  return [...step.items, step.upkeep].flatMap((item) => {
    const tick = record.ticks.find((row) => row.item === item.id) ?? null
    const state = tick?.state ?? 'open'
    const isUpkeep = item === step.upkeep
    if (!['open', 'started'].includes(state) || (isUpkeep && !tick?.dueOn)) return []
    if (!isMine(ownerOf(tick, item.defaultOwner))) return []
    const { slug, number, part } = step
    return [
      {
        ...{ kind: 'item' as const, id: item.id, step: slug, number, part, state },
        ...{ title: item.label, doneWhen: item.doneWhen, binding: item.essential },
        ...{ dueOn: tick?.dueOn ?? null, version: tick?.version ?? 0 },
      },
    ]
  })
}

function openMilestones(
  step: GuideStep,
  record: MyRecord,
  isMine: (owner: Owner) => boolean,
): Waiting[] {
  return step.milestones.flatMap((milestone) => {
    const row = record.milestones.find((one) => one.milestone === milestone.id) ?? null
    if (row?.state === 'reached' || !isMine(ownerOf(row, 'coordinator'))) return []
    const { slug, number, part } = step
    return [
      {
        ...{ kind: 'milestone' as const, id: milestone.id, step: slug, number, part },
        ...{ title: milestone.title, doneWhen: milestone.reachedWhen, binding: milestone.gate },
        ...{ state: 'planned', dueOn: row?.plannedOn ?? null, version: row?.version ?? 0 },
      },
    ]
  })
}

/** By day, then what the step cannot do without, then the order of the journey. */
export function byUrgency(a: Waiting, b: Waiting): number {
  return (
    (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
    Number(b.binding) - Number(a.binding) ||
    a.number - b.number
  )
}
