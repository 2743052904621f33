import type { Viewer } from '@/lib/auth/rules'
import { listComments, listReachable } from '@/lib/comments/data'
import { asViewer } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { listPieces } from '@/lib/evidence/pieces'
import { findItem, findMilestone } from '@/lib/guidebook/rules'
import { readJourney } from '@/lib/journey/data'

/**
 * One item or milestone of a step with its history, in the journey it belongs to; `entry` is its id
 * without the step's name ('checklist.gap-question-written').
 * Throws Denial('not-found') for what does not exist or is not the viewer's to see.
 */
export function getEntry(
  viewer: Viewer,
  slug: string,
  step: string,
  entry: string,
  locale: string,
) {
  const id = `${step}.${entry}`
  return asViewer(viewer, async (db) => {
    const found = await readJourney(db, viewer, slug, locale, { subject: id })
    const item = findItem(found.guide, id)
    const milestone = findMilestone(found.guide, id)
    const place = item ?? milestone
    if (!place || place.step.slug !== step) throw new Denial('not-found')
    return {
      ...found,
      id,
      evidence: await listPieces(db, found.region.id, id),
      step: place.step,
      item: item?.item ?? null,
      milestone: milestone?.milestone ?? null,
      title: item?.item.label ?? milestone?.milestone.title ?? '',
      comments: await listComments(db, found.region.id, id),
      reachable: await listReachable(db, viewer, found.region.id, id),
    }
  })
}

export type Entry = Awaited<ReturnType<typeof getEntry>>
