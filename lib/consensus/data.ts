import { canHoldRounds } from '@/lib/assessment/access/rules'
import type { Viewer } from '@/lib/auth/rules'
import { listSheets } from '@/lib/consensus/guests'
import { roomShape } from '@/lib/consensus/schema'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import { asLocale } from '@/lib/i18n/locales'
import { getRegion } from '@/lib/regions/find'

/** What a new session can be about. Throws Denial: not-found, forbidden. */
export function getSessionDesk(viewer: Viewer, slug: string, locale: string) {
  return asViewer(viewer, async (db) => {
    const { id, name, edition } = await getRegion(db, viewer, { slug })
    if (!canHoldRounds(viewer, id)) throw new Denial('forbidden')
    const { steps } = await getGuide(edition, locale, db)
    return {
      region: { id, slug, name },
      steps: steps.map(({ slug: step, number, part, title }) => ({
        slug: step,
        number,
        part,
        title,
      })),
    }
  })
}

/** Somebody in the room; without a name once the session has ended. */
export interface Attendee {
  id: string
  name: string
  organisation: string
  sector: string
}

/**
 * A session as its facilitators see it: where it stands, who is there, what was agreed; of votes
 * only what the room sees. In the reader's language, or with null in that of the wall. Throws
 * Denial: not-found, forbidden.
 */
export function getSession(viewer: Viewer, slug: string, id: string, locale: string | null) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    if (!canHoldRounds(viewer, region.id)) throw new Denial('forbidden')
    const found = await readSession(db, region.id, id)
    const sheets = await listSheets(found, locale ?? found.language, db)
    return {
      region: { id: region.id, slug, name: region.name },
      ...found,
      sheets,
      people: await readPeople(db, region.id, id),
      levels: await db.consensusLevel.findMany({
        where: { regionId: region.id, roundId: id },
        select: { statement: true, level: true, reason: true, evidence: true },
      }),
    }
  })
}

export type FoundSession = Awaited<ReturnType<typeof getSession>>

/** The region and the session that a page wants to hear of. Throws Denial: not-found, forbidden. */
export function getSessionLive(viewer: Viewer, slug: string, id: string) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    if (!canHoldRounds(viewer, region.id)) throw new Denial('forbidden')
    const { room } = await readSession(db, region.id, id)
    return { regionId: region.id, version: room.version }
  })
}

async function readSession(db: Db, regionId: string, id: string) {
  const [row] = await db.$queryRaw<
    {
      code: string | null
      language: string
      statements: string[]
      edition: number
      room: unknown
    }[]
  >`select s.code, s.language, s.statements, r.edition, see_session(s.region_id, s.round_id) room
    from consensus_sessions s join rounds r on r.region_id = s.region_id and r.id = s.round_id
    where s.region_id = ${regionId}::uuid and s.round_id = ${id}::uuid`
  if (!row) throw new Denial('not-found')
  return { ...row, id, language: asLocale(row.language), room: roomShape.parse(row.room) }
}

function readPeople(db: Db, regionId: string, id: string) {
  return db.$queryRaw<Attendee[]>`
    select p.id, p.name, coalesce(o.name, p.organisation) organisation, p.sector
    from consensus_people p left join partners o on o.region_id = p.region_id and o.id = p.partner_id
    where p.region_id = ${regionId}::uuid and p.round_id = ${id}::uuid
    order by organisation, p.name, p.id`
}
