interface Place {
  id: string
  slug: string
  name: string
}

/** An open item or milestone of one of somebody's regions. */
interface OpenEntry {
  id: string
  kind: 'item' | 'milestone'
  title: string
  dueOn: string | null
  step: string
  number: number
  region: Place
}

/** A task that waits for somebody in one of their regions. */
interface OpenTask {
  task: { id: string; title: string; dueOn: string | null }
  step: { number: number } | null
  region: Place
}

/** A round in which somebody was asked what they think. */
interface AskedRound {
  id: string
  title: string
  closesOn: string | null
  region: Place
}

/** A day by which something of somebody's own is wanted. */
export interface OwnEvent {
  /** The same for the same thing, so that a moved date moves the event. */
  id: string
  kind: 'due' | 'milestone'
  title: string
  /** Of the step it belongs to; 0 where it belongs to none. */
  number: number
  /** ISO day. */
  day: string
  region: Place
  /** Below the region's own address. */
  path: string
}

/** All that waits for somebody and has a day, of all their regions, the nearest day first. */
export function listOwnEvents(
  entries: readonly OpenEntry[],
  tasks: readonly OpenTask[],
  rounds: readonly AskedRound[],
): OwnEvent[] {
  const events: (Omit<OwnEvent, 'day'> & { day: string | null })[] = [
    ...entries.map(({ id, kind, title, dueOn, step, number, region }) => ({
      ...{ id, title, number, region, day: dueOn },
      kind: kind === 'milestone' ? ('milestone' as const) : ('due' as const),
      path: `/steps/${step}#${id}`,
    })),
    ...tasks.map(({ task: { id, title, dueOn }, step, region }) => ({
      ...{ id, title, number: step?.number ?? 0, region, day: dueOn },
      kind: 'due' as const,
      path: `/tasks/${id}`,
    })),
    ...rounds.map(({ id, title, closesOn, region }) => ({
      ...{ id, title, number: 0, region, day: closesOn },
      kind: 'due' as const,
      path: `/rounds/${id}/answer`,
    })),
  ]
  return events
    .flatMap(({ day, ...event }) =>
      day === null ? [] : [{ ...event, day, id: `${event.region.id}.${event.id}` }],
    )
    .sort((a, b) => a.day.localeCompare(b.day))
}
