import { sql } from '@/lib/db/sql'
import type { StepPlanRow } from '@/lib/journey/timeline/rules'
import { dayIn } from '@/lib/dates/rules'

/** Columns of a region `r`: its plans, and when something was first entered in each step. */
export const timelineColumns = sql`
  (select coalesce(json_agg(json_build_object('step', p.step, 'startsOn', p.starts_on,
      'targetOn', p.target_on, 'version', p.version)), '[]')
    from step_plans p where p.region_id = r.id) plans,
  (select coalesce(json_object_agg(s.id, begun.at), '{}')
    from guide_steps s cross join lateral (
      select a.at from activities a where a.region_id = r.id and a.step = s.id
        and a.kind in ('tick.changed', 'milestone.changed')
      order by a.id limit 1) begun
    where s.edition = r.edition) begun`

export interface TimelineColumns {
  plans: StepPlanRow[]
  /** ISO instants by the step's slug. */
  begun: Record<string, string>
}

/** The days of the first entries in the region's time zone. */
export function begunDays({ begun }: TimelineColumns, timeZone: string): Record<string, string> {
  const days = Object.entries(begun).map(([step, at]) => [step, dayIn(timeZone, new Date(at))])
  return Object.fromEntries(days) as Record<string, string>
}
