import { isCoordinator, type Viewer } from '@/lib/auth/rules'
import { celebrationOf } from '@/lib/celebrate/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { dayIn } from '@/lib/dates/rules'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import { deriveJourney } from '@/lib/journey/derived/rules'
import { readRecord } from '@/lib/journey/record'
import { factsOf } from '@/lib/journey/settle'

/**
 * What the card of a reached step says, for the coordinator to share; null while the step is not
 * reached. Throws Denial: not-found, forbidden.
 */
export function findCard(viewer: Viewer, slug: string, step: string, locale: string) {
  return asViewer(viewer, async (db) => {
    const record = await readRecord(db, viewer, { slug })
    if (!isCoordinator(viewer, record.id)) throw new Denial('forbidden')
    const guide = await getGuide(record.edition, locale, db)
    const today = dayIn(record.timeZone, new Date())
    const { steps } = deriveJourney(guide.steps, factsOf(record, guide), today)
    const celebration = celebrationOf(guide, steps, step)
    if (!celebration) return null
    const part = guide.parts.find(({ number }) => number === celebration.step.part)
    return {
      region: { slug: record.slug, name: record.name },
      celebration,
      part: part?.title ?? '',
      stations: steps.map(({ number, state }) => ({
        ...{ number, state },
        part: guide.steps.find((one) => one.number === number)?.part ?? 1,
      })),
    }
  })
}

export type CelebrationCard = NonNullable<Awaited<ReturnType<typeof findCard>>>
