import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { dayIn } from '@/lib/dates/rules'
import { readNews } from '@/lib/follows/news'
import { getGuide } from '@/lib/guidebook/data'
import { findItem, findMilestone } from '@/lib/guidebook/rules'
import { deriveJourney } from '@/lib/journey/derived/rules'
import { withOwnEntries } from '@/lib/journey/own/rules'
import { readRecords } from '@/lib/journey/record'
import { type DoneRow, readJustDone } from '@/lib/my/just-done'
import { byUrgency, waitingFor, type Waiting } from '@/lib/my/rules'

export type MyCard = Waiting & {
  region: { id: string; slug: string; name: string }
  today: string
}

/** What the viewer did a moment ago, by its name. */
export type JustDone = DoneRow & { title: string; region: string }

/**
 * What waits for the viewer in every region of theirs, what is new for them there, and what they
 * did a moment ago: nine statements at most, however many regions.
 */
export async function listMyWork(viewer: Viewer, locale: string) {
  const regionIds = viewer.memberships.map(({ regionId }) => regionId)
  const partnerIds = viewer.memberships.flatMap(({ partnerId }) => partnerId ?? [])
  const { records, partners, news, done } = await asViewer(viewer, async (db) => ({
    records: await readRecords(db, regionIds),
    partners: await db.partner.findMany({
      where: { regionId: { in: regionIds }, id: { in: partnerIds } },
      select: { id: true, sector: true },
    }),
    news: await readNews(db, viewer, locale),
    done: await readJustDone(db, regionIds),
  }))
  const justDone: JustDone[] = []
  const cards = await Promise.all(
    records.map(async (record) => {
      const membership = viewer.memberships.find(({ regionId }) => regionId === record.id)
      if (!membership) return []
      const guide = withOwnEntries(await getGuide(record.edition, locale), record.own)
      for (const entry of done.filter(({ regionId }) => regionId === record.id)) {
        const title =
          findItem(guide, entry.subject)?.item.label ??
          findMilestone(guide, entry.subject)?.milestone.title
        if (title) justDone.push({ ...entry, title, region: record.name })
      }
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
  return { cards: sorted, news, justDone, now: new Date() }
}
