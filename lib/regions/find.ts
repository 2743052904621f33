import { canSeeRegion, type Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { isSlug } from '@/lib/regions/places/rules'

const select = {
  ...{ id: true, slug: true, name: true, kind: true, timeZone: true, edition: true },
} as const

/**
 * The region a page or a change is about, by slug or id. Throws Denial('not-found') for one that
 * does not exist and for one that is not the viewer's: the two look the same.
 */
export async function getRegion(db: Db, viewer: Viewer, key: { slug: string } | { id: string }) {
  if ('slug' in key && !isSlug(key.slug)) throw new Denial('not-found')
  const region = await db.region.findFirst({
    where: 'slug' in key ? { slug: key.slug, archivedAt: null } : { id: key.id, archivedAt: null },
    select,
  })
  if (!region || !canSeeRegion(viewer, region.id)) throw new Denial('not-found')
  return region
}
