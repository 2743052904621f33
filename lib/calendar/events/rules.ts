import type { Upcoming } from '../../journey/upcoming/rules'
import type { TimelineStep } from '../../journey/timeline/rules'
import { isReached } from '../../journey/rules'

/** An all-day event of a region's calendar. */
export interface CalendarEvent {
  /** The same for the same thing, so that a moved date moves the event. */
  id: string
  kind: 'due' | 'milestone' | 'target'
  title: string
  number: number
  /** ISO day. */
  day: string
  /** Below the region's own address. */
  path: string
}

/** Due days of open items and of upkeep, planned milestones, and targets of steps not reached yet. */
export function listEvents(
  upcoming: readonly Upcoming[],
  steps: readonly TimelineStep[],
): CalendarEvent[] {
  const planned = upcoming.map(({ id, title, step, number, day }): CalendarEvent => ({
    ...{ id, title, number, day },
    kind: id.includes('.milestones.') ? 'milestone' : 'due',
    path: `/steps/${step}#${id}`,
  }))
  const targets = steps.flatMap(({ slug, title, number, plan, state }): CalendarEvent[] =>
    plan.targetOn === null || isReached(state)
      ? []
      : [
          {
            id: `${slug}.target`,
            kind: 'target',
            title,
            number,
            day: plan.targetOn,
            path: `/steps/${slug}`,
          },
        ],
  )
  return [...planned, ...targets].sort((a, b) => a.day.localeCompare(b.day))
}
