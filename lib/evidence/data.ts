import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { sql, type Sql } from '@/lib/db/sql'
import { Denial } from '@/lib/errors'
import { readPieces } from '@/lib/evidence/pieces'
import { canManage, listEntries, listWithoutEvidence } from '@/lib/evidence/rules'
import type { EvidenceQuery } from '@/lib/evidence/schema'
import { getRegionGuide, readRecord } from '@/lib/journey/record'
import { getRegion } from '@/lib/regions/find'

const PAGE_SIZE = 40

/**
 * One page of a region's evidence as it stands, newest first, and what is done or reached without
 * any. Throws Denial('not-found') for what the viewer may not see.
 */
export function listEvidence(viewer: Viewer, slug: string, locale: string, query: EvidenceQuery) {
  return asViewer(viewer, async (db) => {
    const region = await readRecord(db, viewer, { slug })
    const guide = await getRegionGuide(db, region, locale)
    const found = await readPieces(db, region.id, filters(query), PAGE_SIZE + 1)
    const pieces = found.slice(0, PAGE_SIZE)
    return {
      region,
      steps: guide.steps,
      entries: listEntries(guide),
      pieces,
      total: Object.values(region.evidence).reduce((sum, count) => sum + count, 0),
      older: found.length > PAGE_SIZE ? (pieces.at(-1)?.id ?? null) : null,
      without: listWithoutEvidence(guide, region),
    }
  })
}

export type RegionEvidence = Awaited<ReturnType<typeof listEvidence>>

function filters({ q, step, kind, before }: EvidenceQuery): Sql[] {
  const wanted = [sql`e.replaced_by_id is null and e.removed_at is null`]
  if (step) wanted.push(sql`e.step = ${step}`)
  if (kind) wanted.push(sql`e.kind = ${kind}`)
  if (before) wanted.push(sql`e.id < ${before}::uuid`)
  const words = q.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)
  if (words) wanted.push(sql`concat_ws(' ', e.words, e.url, e.file_name) ilike ${`%${words}%`}`)
  return wanted
}

/**
 * What a file is called and where it is kept; an older version's and, for who may bring it back,
 * one's that is set aside. Throws Denial('not-found').
 */
export function getFile(viewer: Viewer, slug: string, id: string) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    const piece = await db.evidence.findUnique({
      where: { regionId_id: { regionId: region.id, id }, kind: 'file' },
      select: {
        ...{ regionId: true, id: true, fileName: true, fileType: true, fileSize: true },
        ...{ removedAt: true, addedById: true },
      },
    })
    if (!piece || (piece.removedAt && !canManage(viewer, region.id, piece.addedById))) {
      throw new Denial('not-found')
    }
    return piece
  })
}
