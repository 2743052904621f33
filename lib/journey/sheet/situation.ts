import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { dayIn } from '@/lib/dates/rules'
import type { Guide } from '@/lib/guidebook/rules'
import { asLocale, LOCALES } from '@/lib/i18n/locales'
import { MOST_OF_A_STEP } from '@/lib/journey/own/data'
import { getRegionGuide, readRecord, type RegionRecord } from '@/lib/journey/record'
import { listOf, type Situation } from '@/lib/journey/sheet/deciding/rules'
import type { Vocabulary } from '@/lib/journey/sheet/reading/rules'
import { listStandings } from '@/lib/journey/sheet/standing'
import { type Named, readVocabulary } from '@/lib/journey/sheet/words'

const partnersColumn = sql`, (select coalesce(json_agg(json_build_object(
  'id', p.id, 'name', p.name) order by p.name), '[]')
  from partners p where p.region_id = r.id and p.archived_at is null) partners`

/** What sheets of a region are read and written by. */
export interface SheetGround {
  record: RegionRecord
  /** In the reader's language. */
  guide: Guide
  partners: Named[]
  situation: Situation
  vocabulary: Vocabulary
}

/**
 * A region with its entries, partners and words, by slug or id. Throws Denial('not-found') for what
 * the viewer may not see.
 */
export async function readGround(
  db: Db,
  viewer: Viewer,
  key: { slug: string } | { id: string },
  locale: string,
): Promise<SheetGround> {
  const record = await readRecord<{ partners: Named[] }>(db, viewer, key, partnersColumn)
  const guides: Guide[] = []
  // One after the other: the connection of a transaction answers one question at a time.
  for (const language of LOCALES) guides.push(await getRegionGuide(db, record, language))
  const guide =
    guides[LOCALES.indexOf(asLocale(locale))] ?? (await getRegionGuide(db, record, 'en'))
  const { partners, own } = record
  const lists = Map.groupBy(own, ({ step, kind }) => listOf(step, kind))
  return {
    record,
    guide,
    partners,
    vocabulary: await readVocabulary(guides, partners),
    situation: {
      entries: listStandings(record, guide),
      steps: guide.steps.map(({ slug }) => slug),
      partners: partners.map(({ id }) => id),
      ownCounts: new Map([...lists].map(([list, entries]) => [list, entries.length])),
      mostOwn: MOST_OF_A_STEP,
      today: dayIn(record.timeZone, new Date()),
    },
  }
}
