import { dayIn } from '../../dates/rules'
import type { MilestoneFact, TickFact } from '../facts/rules'

/** An entry of the activity on an item or milestone; `at` is an ISO instant, `after` its facts. */
export interface HistoryEntry {
  at: string
  kind: string
  step: string | null
  subject: string
  after: unknown
}

interface Kept {
  step: string
  note: string
  ownerKind: string | null
  ownerSector: string | null
  ownerPartner: string | null
  /** ISO instant of the entry. */
  updatedAt: string
  /** Always 0: what is past cannot be changed. */
  version: number
}

export type PastTick = Kept & TickFact & { reason: string; dueOn: string | null }
export type PastMilestone = Kept & MilestoneFact

/** The kinds of entry that say how an item or milestone stands after them. */
export const REPLAYED = ['tick.changed', 'milestone.changed'] as const

/**
 * A region's ticks and milestones as they stood at the end of a day, in the region's time zone,
 * from its entries in the order in which they were made. The last entry of each subject up to then
 * tells all of it, so entries that a later one overtook may be left out.
 */
export function replayHistory(
  entries: readonly HistoryEntry[],
  day: string,
  timeZone: string,
): { ticks: PastTick[]; milestones: PastMilestone[] } {
  const last = new Map<string, HistoryEntry>()
  for (const entry of entries) {
    if (dayIn(timeZone, new Date(entry.at)) <= day)
      last.set(`${entry.kind} ${entry.subject}`, entry)
  }
  const of = (kind: (typeof REPLAYED)[number]) =>
    [...last.values()].filter((entry) => entry.kind === kind)
  return {
    ticks: of('tick.changed').map(asTick),
    milestones: of('milestone.changed').map(asMilestone),
  }
}

function asTick(entry: HistoryEntry): PastTick {
  const text = readText(entry.after)
  return {
    ...kept(entry),
    item: entry.subject,
    state: (text('state') ?? 'open') as TickFact['state'],
    doneOn: text('doneOn'),
    reason: text('reason') ?? '',
    dueOn: text('dueOn'),
  }
}

function asMilestone(entry: HistoryEntry): PastMilestone {
  const text = readText(entry.after)
  return {
    ...kept(entry),
    milestone: entry.subject,
    state: (text('state') ?? 'planned') as MilestoneFact['state'],
    plannedOn: text('plannedOn'),
    reachedOn: text('reachedOn'),
  }
}

function kept({ step, at, after }: HistoryEntry): Kept {
  const text = readText(after)
  return {
    step: step ?? '',
    note: text('note') ?? '',
    ownerKind: text('ownerKind'),
    ownerSector: text('ownerSector'),
    ownerPartner: text('ownerPartner'),
    updatedAt: at,
    version: 0,
  }
}

function readText(facts: unknown): (name: string) => string | null {
  const known =
    typeof facts === 'object' && facts !== null ? (facts as Record<string, unknown>) : {}
  return (name) => (typeof known[name] === 'string' ? known[name] : null)
}
