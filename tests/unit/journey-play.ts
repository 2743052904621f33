import fc from 'fast-check'
import { addDays } from '../../lib/dates/rules'
import type { HistoryEntry, PastMilestone, PastTick } from '../../lib/journey/history/rules'
import { ITEM_STATES, steps } from './journey-cases'

/** A change somebody makes: `pause` days after the one before, at an hour of the world's clock. */
export type Command = { pause: number; hour: number } & (
  | { what: 'tick'; step: string; item: string; state: PastTick['state'] }
  | { what: 'plan'; step: string; item: string; dueIn: number }
  | { what: 'milestone'; step: string; milestone: string; ago: number | null; plannedIn: number }
)

interface Record {
  ticks: PastTick[]
  milestones: PastMilestone[]
}

const items = steps.flatMap(({ slug, items, upkeep }) =>
  [...items, upkeep].map(({ id }) => ({ step: slug, item: id })),
)
const milestones = steps.flatMap(({ slug, milestones }) =>
  milestones.map(({ id }) => ({ step: slug, milestone: id })),
)

/** Lists of changes in the order of time: some on one day, some months apart. */
export function commands({ least = 0, most }: { least?: number; most: number }) {
  const when = {
    pause: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 90 }),
    ),
    hour: fc.integer({ min: 0, max: 23 }),
  }
  const command: fc.Arbitrary<Command> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .record({
          ...when,
          place: fc.constantFrom(...items),
          state: fc.oneof(fc.constant('done' as const), fc.constantFrom(...ITEM_STATES)),
        })
        .map(({ place, ...rest }) => ({ ...rest, ...place, what: 'tick' as const })),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({
          ...when,
          place: fc.constantFrom(...items),
          dueIn: fc.integer({ min: -9, max: 90 }),
        })
        .map(({ place, ...rest }) => ({ ...rest, ...place, what: 'plan' as const })),
    },
    {
      weight: 3,
      arbitrary: fc
        .record({
          ...when,
          place: fc.constantFrom(...milestones),
          ago: fc.option(fc.integer({ min: 0, max: 40 })),
          plannedIn: fc.integer({ min: 0, max: 60 }),
        })
        .map(({ place, ...rest }) => ({ ...rest, ...place, what: 'milestone' as const })),
    },
  )
  return fc.array(command, { minLength: least, maxLength: most, size: 'max' })
}

/** Plays changes and keeps, beside the entries, what stood on the evening of each day. */
export function play(list: readonly Command[], firstDay: string, timeZone: string) {
  const kept: Record = { ticks: [], milestones: [] }
  const entries: HistoryEntry[] = []
  const evenings = new Map<string, Record>()
  let day = firstDay
  let last = ''
  for (const command of list) {
    day = addDays(day, command.pause)
    const clock = `${day}T${String(command.hour).padStart(2, '0')}:00:00.000Z`
    // Time never runs backwards: a later change of the same day comes at the earlier one's hour.
    const at = clock > last ? clock : last
    last = at
    const local = localDay(at, timeZone)
    entries.push(
      command.what === 'milestone'
        ? mark(kept, command, at, local)
        : change(kept, command, at, local),
    )
    evenings.set(local, { ticks: [...kept.ticks], milestones: [...kept.milestones] })
  }
  return { kept, entries, evenings: fillGaps(evenings) }
}

/** Every second or so of the days on which nothing happened shows what stood before. */
function fillGaps(evenings: ReadonlyMap<string, Record>) {
  return [...evenings].flatMap(([day, record], index, all) => {
    const next = all[index + 1]?.[0]
    const quiet = addDays(day, 1)
    const between = next === undefined || quiet < next ? [{ day: quiet, record }] : []
    return [{ day, record }, ...between]
  })
}

// Written apart from lib/dates, so that both would have to be wrong in the same way.
function localDay(at: string, timeZone: string) {
  return new Date(at).toLocaleDateString('sv-SE', { timeZone })
}

const NOBODY = { ownerKind: null, ownerSector: null, ownerPartner: null }

function change(
  kept: Record,
  command: Command & { what: 'tick' | 'plan' },
  at: string,
  day: string,
) {
  const { item, step } = command
  const old = kept.ticks.find((tick) => tick.item === item)
  const facts = {
    ...{ state: old?.state ?? ('open' as const), doneOn: old?.doneOn ?? null, note: '' },
    ...{ reason: '', dueOn: old?.dueOn ?? null, ...NOBODY },
  }
  if (command.what === 'plan') facts.dueOn = addDays(day, command.dueIn)
  else {
    facts.state = command.state
    facts.doneOn = ['open', 'started'].includes(command.state) ? null : day
  }
  const tick = { item, step, ...facts, updatedAt: at, version: 0 }
  kept.ticks = [...kept.ticks.filter((other) => other !== old), tick]
  return { at, kind: 'tick.changed', step, subject: item, after: facts }
}

function mark(kept: Record, command: Command & { what: 'milestone' }, at: string, day: string) {
  const { milestone, step, ago, plannedIn } = command
  const old = kept.milestones.find((row) => row.milestone === milestone)
  const facts = {
    state: ago === null ? ('planned' as const) : ('reached' as const),
    reachedOn: ago === null ? null : addDays(day, -ago),
    plannedOn: addDays(day, plannedIn),
    note: '',
  }
  const row = { milestone, step, ...facts, ...NOBODY, updatedAt: at, version: 0 }
  kept.milestones = [...kept.milestones.filter((other) => other !== old), row]
  return { at, kind: 'milestone.changed', step, subject: milestone, after: facts }
}
