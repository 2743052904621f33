import { canHoldRounds } from '@/lib/assessment/access/rules'
import { closingDays } from '@/lib/assessment/dates/rules'
import type { Viewer } from '@/lib/auth/rules'
import { addDays, dayIn } from '@/lib/dates/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import { readRecord } from '@/lib/journey/record'

const languagesColumn = sql`, r.languages`

/** An organisation that could be asked, and how many people speak for it. */
export interface Askable {
  id: string
  name: string
  sector: string
  people: number
}

/**
 * What a coordinator chooses from when drafting a round. Throws Denial('not-found') to everybody
 * else.
 */
export function getRoundDesk(viewer: Viewer, slug: string, locale: string) {
  return asViewer(viewer, async (db) => {
    const { id, name, timeZone, edition, languages } = await readRecord<{ languages: string[] }>(
      db,
      viewer,
      { slug },
      languagesColumn,
    )
    if (!canHoldRounds(viewer, id)) throw new Denial('not-found')
    const guide = await getGuide(edition, locale, db)
    const today = dayIn(timeZone, new Date())
    return {
      region: { id, slug, name, languages },
      steps: guide.steps.map((step) => ({
        slug: step.slug,
        number: step.number,
        title: step.title,
      })),
      partners: await readAskable(db, id),
      today,
      closing: { ...closingDays(today), usual: addDays(today, 21) },
    }
  })
}

export type RoundDesk = Awaited<ReturnType<typeof getRoundDesk>>

/** The organisations of a region that are not set aside, by name: one statement. */
function readAskable(db: Db, regionId: string): Promise<Askable[]> {
  return db.$queryRaw<Askable[]>`
    select p.id, p.name, p.sector, (select count(*)::int from members m
      where m.region_id = p.region_id and m.partner_id = p.id and m.role = 'partner') people
    from partners p where p.region_id = ${regionId}::uuid and p.archived_at is null
    order by p.name`
}
