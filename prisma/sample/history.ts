import { addDays } from '../../lib/dates/rules'
import { ownerColumns } from '../../lib/journey/access/rules'
import type { MilestoneFact, TickFact } from '../../lib/journey/facts/rules'
import { officeHour, workday } from './calendar'
import type { Chance } from './chance'
import type { SampleEvent } from './events'

export type Entry = {
  at: Date
  actorId: string
  kind: string
  step: string | null
  subject: string
  before: object | null
  after: object
}

type TickFacts = {
  state: TickFact['state']
  doneOn: string | null
  note: string
  reason: string
  dueOn: string | null
  ownerKind: string | null
  ownerSector: string | null
  ownerPartner: string | null
}

type MilestoneFacts = {
  state: MilestoneFact['state']
  plannedOn: string | null
  reachedOn: string | null
  note: string
}

export type Kept<F> = {
  subject: string
  step: string
  facts: F
  updatedAt: Date
  updatedById: string
  version: number
}

export type History = {
  entries: Entry[]
  ticks: Kept<TickFacts>[]
  milestones: Kept<MilestoneFacts>[]
}

/** What the loader knows of a region's people and organisations. */
export type Cast = {
  actorOf: (by: SampleEvent['by'], daysAgo: number) => string
  partnerId: (name: string) => string
}

const NO_TICK: TickFacts = {
  state: 'open',
  doneOn: null,
  note: '',
  reason: '',
  dueOn: null,
  ownerKind: null,
  ownerSector: null,
  ownerPartner: null,
}

const NO_MILESTONE: MilestoneFacts = {
  state: 'planned',
  plannedOn: null,
  reachedOn: null,
  note: '',
}

/** Plays a region's changes in order of time: what stands in the end, and the entry of each. */
export function playHistory(
  events: readonly SampleEvent[],
  anchor: string,
  cast: Cast,
  chance: Chance,
): History {
  const ticks = new Map<string, Kept<TickFacts>>()
  const milestones = new Map<string, Kept<MilestoneFacts>>()
  const entries: Entry[] = []
  const ordered = [...events].sort((a, b) => b.daysAgo - a.daysAgo)
  const perDay = new Map<string, { count: number; start: number }>()
  for (const event of ordered) {
    const day = workday(anchor, event.daysAgo)
    const { count, start } = perDay.get(day) ?? { count: 0, start: chance.below(240) }
    perDay.set(day, { count: count + 1, start })
    const at = officeHour(day, count, start + chance.below(14))
    const actorId = cast.actorOf(event.by, event.daysAgo)
    const play = { event, anchor, day, at, actorId, cast }
    entries.push(event.table === 'ticks' ? playTick(ticks, play) : playMilestone(milestones, play))
  }
  return { entries, ticks: [...ticks.values()], milestones: [...milestones.values()] }
}

type Play = {
  event: SampleEvent
  anchor: string
  day: string
  at: Date
  actorId: string
  cast: Cast
}

function playTick(ticks: Map<string, Kept<TickFacts>>, play: Play): Entry {
  const { facts } = play.event
  return keep(ticks, play, NO_TICK, 'tick.changed', (before) => ({
    ...before,
    state: (facts.state ?? before.state) as TickFacts['state'],
    doneOn: facts.isDated ? play.day : null,
    note: facts.note ?? before.note,
    reason: facts.reason ?? '',
    dueOn: facts.due === undefined ? before.dueOn : dueDay(play.anchor, facts.due),
    ...(facts.owner ? ownerFrom(facts.owner, play.cast) : {}),
  }))
}

function playMilestone(milestones: Map<string, Kept<MilestoneFacts>>, play: Play): Entry {
  const { facts } = play.event
  return keep(milestones, play, NO_MILESTONE, 'milestone.changed', (before) => ({
    state: (facts.state ?? before.state) as MilestoneFacts['state'],
    plannedOn:
      facts.plannedOn === undefined ? before.plannedOn : dueDay(play.anchor, facts.plannedOn),
    reachedOn: facts.isDated ? play.day : null,
    note: facts.note ?? before.note,
  }))
}

function keep<F extends object>(
  kept: Map<string, Kept<F>>,
  { event: { subject, step }, at, actorId }: Play,
  nothing: F,
  kind: string,
  change: (before: F) => F,
): Entry {
  const before = kept.get(subject)
  const facts = change(before?.facts ?? nothing)
  const version = (before?.version ?? 0) + 1
  kept.set(subject, { subject, step, facts, updatedAt: at, updatedById: actorId, version })
  return { at, actorId, kind, step, subject, before: before?.facts ?? nothing, after: facts }
}

function dueDay(anchor: string, daysAgo: number): string {
  return daysAgo === 0 ? addDays(anchor, 0) : workday(anchor, daysAgo)
}

function ownerFrom(owner: string, cast: Cast) {
  const [kind, ...rest] = owner.split(':')
  const name = rest.join(':')
  if (kind === 'sector') return ownerColumns({ kind, sector: name })
  if (kind === 'partner') return ownerColumns({ kind, partnerId: cast.partnerId(name) })
  if (kind === 'coordinator' || kind === 'any-partner') return ownerColumns({ kind })
  throw new Error(`The sample programme names an owner that does not exist: ${owner}`)
}
