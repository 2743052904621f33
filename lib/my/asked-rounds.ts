import { listAsked } from '@/lib/assessment/asked'
import { minutesFor } from '@/lib/assessment/dates/rules'
import { sql } from '@/lib/db/sql'
import { getGuide } from '@/lib/guidebook/data'
import { getStatements } from '@/lib/guidebook/statements'

/** An open round in which the viewer is asked and has not answered yet. */
export interface AskedRound {
  id: string
  region: { id: string; slug: string; name: string }
  /** About how long it takes. */
  minutes: number
  closesOn: string
  today: string
}

/** The same as a region's record brings it along. */
export interface AskedRow {
  id: string
  kind: string
  edition: number
  steps: string[]
  closesOn: string
}

/** A column of the records `r`: the open rounds that still wait for the viewer; null for none. */
export const askedColumn = sql`(select json_agg(json_build_object('id', d.id, 'kind', d.kind,
    'edition', d.edition, 'steps', d.steps, 'closesOn', d.closes_on) order by d.closes_on, d.id)
  from rounds d where d.region_id = r.id and d.state = 'open'
    and my_seat(d.region_id, d.id) = 'asked')`

interface Place {
  id: string
  slug: string
  name: string
  rounds: AskedRow[] | null
}

/** What the rounds of one region ask of the viewer; the guidebook is in memory. */
export function describeAsked(place: Place, today: string): Promise<AskedRound[]> {
  const region = { id: place.id, slug: place.slug, name: place.name }
  return Promise.all(
    (place.rounds ?? []).map(async ({ id, closesOn, ...round }) => {
      const [guide, statements] = await Promise.all([
        getGuide(round.edition, 'en'),
        getStatements(round.edition, 'en'),
      ])
      const asked = listAsked(guide, statements, round)
      const count = asked.reduce((sum, step) => sum + step.statements.length, 0)
      return { id, region, minutes: minutesFor(count), closesOn, today }
    }),
  )
}
