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
): OwnEvent[] {
  const ofEntries = entries.flatMap(({ dueOn: day, kind, step, ...entry }): OwnEvent[] =>
    day === null
      ? []
      : [
          {
            ...{ title: entry.title, number: entry.number, region: entry.region, day },
            id: `${entry.region.id}.${entry.id}`,
            kind: kind === 'milestone' ? 'milestone' : 'due',
            path: `/steps/${step}#${entry.id}`,
          },
        ],
  )
  const ofTasks = tasks.flatMap(({ task, step, region }): OwnEvent[] =>
    task.dueOn === null
      ? []
      : [
          {
            ...{ title: task.title, number: step?.number ?? 0, region, day: task.dueOn },
            id: `${region.id}.${task.id}`,
            kind: 'due',
            path: `/tasks/${task.id}`,
          },
        ],
  )
  return [...ofEntries, ...ofTasks].sort((a, b) => a.day.localeCompare(b.day))
}
