import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { keeping, note } from '@/lib/metrics/keeping'
import { type Denominator, MEASURES } from '@/lib/metrics/measures/rules'
import type { DropMeasure, SetMeasure } from '@/lib/metrics/measures/schema'

export interface DenominatorRow extends Denominator {
  source: string
  author: string | null
}

/** What a region's numbers can be set against, the latest year first. The right is the caller's to ask. */
export async function readDenominators(db: Db, regionId: string): Promise<DenominatorRow[]> {
  const rows = await db.$queryRaw<DenominatorRow[]>`
    select d.kind, d.year::int "year", d.value::float8 "value", d.source, nullif(u.name, '') author
    from denominators d left join users u on u.id = d.author_id
    where d.region_id = ${regionId}::uuid order by d.year desc`
  return rows.toSorted((a, b) => MEASURES.indexOf(a.kind) - MEASURES.indexOf(b.kind))
}

/** Says how much there is of it in a year, in the place of what was said. Throws Denial: not-found, forbidden. */
export function setMeasure(viewer: Viewer, { regionId, kind, year, value, source }: SetMeasure) {
  return keeping({ viewer, regionId }, async (db) => {
    if (value === null) throw new Denial('invalid', 'value:required')
    const where = { regionId, kind, year }
    const before = await db.denominator.findFirst({ where })
    await db.denominator.deleteMany({ where })
    await db.denominator.createMany({
      data: [{ ...where, value, source, authorId: viewer.userId }],
    })
    await note(db, viewer, regionId, {
      ...{ kind: 'measure.set', subject: kind, after: { value, year } },
      ...(before && { before: { value: Number(before.value), year } }),
    })
  })
}

/** Takes it off. Throws Denial: not-found, forbidden. */
export function dropMeasure(viewer: Viewer, { regionId, kind, year }: DropMeasure) {
  return keeping({ viewer, regionId }, async (db) => {
    const { count } = await db.denominator.deleteMany({ where: { regionId, kind, year } })
    if (count === 0) throw new Denial('not-found')
    await note(db, viewer, regionId, { kind: 'measure.dropped', subject: kind, before: { year } })
  })
}
