import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import { canMoveRegions } from '@/lib/guidebook/edition/access/rules'
import { previewMove } from '@/lib/journey/move/rules'
import type { MoveRegion } from '@/lib/journey/move/schema'
import { readRecord } from '@/lib/journey/record'
import { factsOf, settle } from '@/lib/journey/settle'

const also = sql`, r.version,
  (select json_agg(e.number order by e.number desc) from editions e where e.number <> r.edition) others`

interface Also {
  version: number
  /** The other editions, newest first; null for none. */
  others: number[] | null
}

/**
 * What moving a region to another edition (the newest unless `to` names one) would do to it; null
 * where there is no other. Throws Denial: not-found, forbidden to all but the programme's staff.
 */
export function getMove(viewer: Viewer, slug: string, locale: string, to: number | null) {
  const now = new Date()
  return asViewer(viewer, async (db) => {
    const region = await readRecord<Also>(db, viewer, { slug }, also)
    if (!canMoveRegions(viewer)) throw new Denial('forbidden')
    const others = region.others ?? []
    const target = others.find((number) => number === to) ?? others[0]
    if (target === undefined) return { region, others, move: null }
    const from = await getGuide(region.edition, locale, db)
    const guide = await getGuide(target, locale, db)
    const asOf = dayIn(region.timeZone, now)
    const preview = previewMove(from.steps, guide.steps, factsOf(region, from), asOf)
    return { region, others, move: { to: target, ...preview } }
  })
}

export type Move = NonNullable<Awaited<ReturnType<typeof getMove>>['move']>

/**
 * Pins a region to another edition, with its states as the rules give them from then on: one
 * transaction of region, activity, steps and summary. No tick, milestone, note or entry is touched.
 * Throws Denial: not-found, forbidden to all but the programme's staff, conflict if the region was
 * changed since, a fault of `to` for an edition that is not there or is the present one.
 */
export function moveRegion(viewer: Viewer, input: MoveRegion): Promise<{ slug: string }> {
  return asViewer(
    viewer,
    async (db) => {
      const record = await readRecord<Also>(db, viewer, { id: input.regionId }, also)
      if (!canMoveRegions(viewer)) throw new Denial('forbidden')
      if (record.version !== input.version) throw new Denial('conflict')
      if (!record.others?.includes(input.to)) throw new Denial('invalid', 'to:invalid')
      await pin(db, input)
      await db.activity.create({
        data: {
          ...{ regionId: record.id, actorId: viewer.userId, kind: 'region.moved' },
          subject: MOVED,
          before: { edition: String(record.edition) },
          after: { edition: String(input.to) },
        },
      })
      const cause = { actorId: viewer.userId, before: record }
      await settle(db, { ...record, edition: input.to }, cause)
      return { slug: record.slug }
    },
    { lock: input.regionId },
  )
}

/** What a move is noted under: the latest one is found without looking through the rest. */
const MOVED = 'edition'

async function pin(db: Db, { regionId, to, version }: MoveRegion) {
  const { count } = await db.region.updateMany({
    where: { id: regionId, version },
    data: { edition: to, version: version + 1 },
  })
  if (count === 0) throw new Denial('conflict')
}
