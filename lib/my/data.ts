import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { dayIn } from '@/lib/dates/rules'
import { readNews } from '@/lib/follows/news'
import { getGuide } from '@/lib/guidebook/data'
import { deriveJourney } from '@/lib/journey/derived/rules'
import { withOwnEntries } from '@/lib/journey/own/rules'
import { readRecords } from '@/lib/journey/record'
import { byUrgency, waitingFor, type Waiting } from '@/lib/my/rules'

export type MyCard = Waiting & {
  region: { id: string; slug: string; name: string }
  today: string
}

/**
 * What waits for the viewer in every region of theirs, and what is new for them there: eight
 * statements at most, however many regions.
 */
export async function listMyWork(viewer: Viewer, locale: string) {
  const regionIds = viewer.memberships.map(({ regionId }) => regionId)
  const partnerIds = viewer.memberships.flatMap(({ partnerId }) => partnerId ?? [])
  const { records, partners, news } = await asViewer(viewer, async (db) => ({
    records: await readRecords(db, regionIds),
    partners: await db.partner.findMany({
      where: { regionId: { in: regionIds }, id: { in: partnerIds } },
      select: { id: true, sector: true },
    }),
    news: await readNews(db, viewer, locale),
  }))
  const cards = await Promise.all(
    records.map(async (record) => {
      const membership = viewer.memberships.find(({ regionId }) => regionId === record.id)
      if (!membership) return []
      const guide = withOwnEntries(await getGuide(record.edition, locale), record.own)
      const today = dayIn(record.timeZone, new Date())
      const derived = deriveJourney(guide.steps, record, today).steps
      const partner = partners.find(({ id }) => id === membership.partnerId) ?? null
      const { id, slug, name } = record
      const own = { ...record, role: membership.role, partner }
      return waitingFor(guide.steps, derived, own, today).map((waiting) => ({
        ...waiting,
        today,
        region: { id, slug, name },
      }))
    }),
  )
  const sorted: MyCard[] = cards.flat().sort(byUrgency)
  return { cards: sorted, news }
}
