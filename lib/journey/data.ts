import { isCoordinator, membershipIn, type Viewer } from '@/lib/auth/rules'
import { listActivity } from '@/lib/activity/data'
import { asViewer } from '@/lib/db/as-viewer'
import { dayIn } from '@/lib/dates/rules'
import { getGuide } from '@/lib/guidebook/data'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { deriveJourney } from '@/lib/journey/derived/rules'
import { readRecord } from '@/lib/journey/record'
import { factsOf } from '@/lib/journey/settle'
import { regionNeeds } from '@/lib/needs/rules'
import { readProfile } from '@/lib/regions/profile'

/**
 * A region's journey as it stands today (`step`: with the activity of that step alone), with its guide in a language, its needs, the names of its
 * partners and its latest activity. Throws Denial('not-found') for what the viewer may not see.
 */
export function getJourney(
  viewer: Viewer,
  slug: string,
  locale: string,
  { step = null, profile = false }: { step?: string | null; profile?: boolean } = {},
) {
  const now = new Date()
  return asViewer(viewer, async (db) => {
    const record = await readRecord(db, viewer, { slug })
    const guide = await getGuide(record.edition, locale, db)
    const today = dayIn(record.timeZone, now)
    const facts = factsOf(record, guide)
    const journey = deriveJourney(guide.steps, facts, today)
    const partners = await db.partner.findMany({
      where: { regionId: record.id, archivedAt: null },
      select: { id: true, name: true, sector: true },
      orderBy: { name: 'asc' },
    })
    return {
      region: record,
      guide,
      now,
      today,
      journey,
      facts,
      partners,
      needs: regionNeeds(guide.steps, journey.steps, facts, today),
      activity: await listActivity(db, record.id, { take: 8, step }),
      profile: profile ? await readProfile(db, record.id) : null,
      own: await readOwnPartner(db, viewer, record.id),
      membership: membershipIn(viewer, record.id),
      coordinates: isCoordinator(viewer, record.id),
    }
  })
}

export type RegionJourney = Awaited<ReturnType<typeof getJourney>>
