import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { listStandings } from '@/lib/journey/sheet/standing'
import { getRegionGuide, readRecord } from '@/lib/journey/record'
import { membershipIn } from '@/lib/auth/rules'
import { canKeepPartners } from '@/lib/partners/access/rules'
import { readPartners } from '@/lib/partners/read'
import { sectorCoverage } from '@/lib/partners/rules'
import { stepCoverage } from '@/lib/partners/steps/rules'
import { readVoices } from '@/lib/partners/voices/read'
import { sortVoices } from '@/lib/partners/voices/rules'

/**
 * How the four sectors are covered, in the whole and step by step, and who is missing. Throws
 * Denial('not-found') for what the viewer may not see.
 */
export function getCoverage(viewer: Viewer, slug: string, locale: string) {
  return asViewer(viewer, async (db) => {
    const record = await readRecord(db, viewer, { slug })
    const guide = await getRegionGuide(db, record, locale)
    const partners = await readPartners(db, record.id)
    const present = partners.filter(({ archived }) => !archived)
    const entries = listStandings(record, guide)
    const role = membershipIn(viewer, record.id)?.role
    return {
      region: { id: record.id, slug: record.slug, name: record.name },
      coverage: sectorCoverage(present),
      steps: guide.steps.map(({ slug: step, number, title, part }) => ({
        ...{ slug: step, number, title, part },
        sectors: stepCoverage(entries, present, step),
      })),
      voices: sortVoices(await readVoices(db, record.id)),
      partners: present.map(({ id, name, sector }) => ({ id, name, sector })),
      mayKeep: canKeepPartners(viewer, record.id),
      mayAdd: role === 'coordinator' || role === 'partner',
    }
  })
}
