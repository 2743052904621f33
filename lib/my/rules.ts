import { addDays } from '../dates/rules'
import type { GuideItem, GuideStep } from '../guidebook/rules'
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
  owner: Owner
}

interface Kept {
  state: string
  version: number
  ownerKind: string | null
  ownerSector: string | null
  ownerPartner: string | null
}

interface Entries {
  ticks: readonly (Kept & { item: string; dueOn: string | null })[]
  milestones: readonly (Kept & { milestone: string; plannedOn: string | null })[]
}

export interface MyRecord extends Entries {
  role: 'coordinator' | 'partner' | 'observer'
  partner: { id: string; sector: string } | null
}

/** Upkeep waits from this many days before its day. */
const UPKEEP_SOON = 30

/**
 * What waits for a member: open items and milestones that are theirs to do, in steps at work, in
 * the first step not yet reached, or with a day set, and upkeep of reached steps that falls due;
 * the most urgent first. Observers owe nothing.
 */
export function waitingFor(
  steps: readonly GuideStep[],
  derived: readonly DerivedStep[],
  record: MyRecord,
  today: string,
): Waiting[] {
  return openEntries(steps, derived, record, today, (owner) =>
    record.role === 'coordinator'
      ? owner.kind === 'coordinator'
      : record.role === 'partner' && isOwnedBy(owner, record.partner),
  )
}

type Wanted = (owner: Owner) => boolean

/** The same for owners of any kind. */
export function openEntries(
  steps: readonly GuideStep[],
  derived: readonly DerivedStep[],
  record: Entries,
  today: string,
  isWanted: Wanted,
): Waiting[] {
  const first = derived.find(({ state }) => !isReached(state))
  const busy = new Set(
    derived.flatMap((one) => (one === first || one.state === 'in_progress' ? one.slug : [])),
  )
  const waiting = steps.flatMap((step) => {
    const atWork = busy.has(step.slug)
    const upkeepDueOn = derived.find(({ slug }) => slug === step.slug)?.upkeepDueOn ?? null
    const open = [...openItems(step, record, isWanted), ...openMilestones(step, record, isWanted)]
    return [
      ...open.filter(({ dueOn }) => atWork || dueOn !== null),
      ...upkeepOf(step, record, isWanted, upkeepDueOn).filter(
        ({ dueOn }) => dueOn !== null && dueOn <= addDays(today, UPKEEP_SOON),
      ),
    ]
  })
  return waiting.sort(byUrgency)
}

function openItems(step: GuideStep, record: Entries, isWanted: Wanted): Waiting[] {
  return [...step.items, ...step.ownItems].flatMap((item) => {
    const tick = record.ticks.find((row) => row.item === item.id)
    if (tick && !['open', 'started'].includes(tick.state)) return []
    return asWaiting(step, item, record, isWanted, tick?.dueOn ?? null)
  })
}

/** Upkeep by the day that its reached step asks for, before that by the day somebody set. */
function upkeepOf(
  step: GuideStep,
  record: Entries,
  isWanted: Wanted,
  dueOn: string | null,
): Waiting[] {
  const tick = record.ticks.find((row) => row.item === step.upkeep.id)
  const wanted = tick && ['open', 'started'].includes(tick.state) ? tick.dueOn : null
  return asWaiting(step, step.upkeep, record, isWanted, dueOn ?? wanted)
}

function asWaiting(
  { slug, number, part }: GuideStep,
  item: GuideItem,
  record: Entries,
  isWanted: Wanted,
  dueOn: string | null,
): Waiting[] {
  const tick = record.ticks.find((row) => row.item === item.id) ?? null
  const owner = ownerOf(tick, item.defaultOwner)
  if (!isWanted(owner)) return []
  return [
    {
      ...{ kind: 'item' as const, id: item.id, step: slug, number, part, dueOn, owner },
      // Upkeep that was done once is open again when it falls due.
      state: tick?.state === 'started' ? 'started' : 'open',
      ...{ title: item.label, doneWhen: item.doneWhen, binding: item.essential },
      version: tick?.version ?? 0,
    },
  ]
}

function openMilestones(step: GuideStep, record: Entries, isWanted: Wanted): Waiting[] {
  return [...step.milestones, ...step.ownMilestones].flatMap((milestone) => {
    const row = record.milestones.find((one) => one.milestone === milestone.id) ?? null
    const owner = ownerOf(row, 'coordinator')
    if (row?.state === 'reached' || !isWanted(owner)) return []
    const { slug, number, part } = step
    return [
      {
        ...{ kind: 'milestone' as const, id: milestone.id, step: slug, number, part, owner },
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
