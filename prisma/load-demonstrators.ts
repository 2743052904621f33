import type pg from 'pg'
import { v7 as uuid } from 'uuid'
import { projectRegion } from '../lib/journey/projection/rules'
import { asOwner, insertRows } from './as-owner'
import { type Edition, readEdition } from './edition/read'
import { listStepShapes } from './edition/shape'
import type { DemonstratorContent } from '../lib/guidebook/edition/schema'
import { projectionRows } from './projection-rows'

type Demonstrator = DemonstratorContent

// What the guidebook leaves to the reader: where the days of a region begin, and its area in words.
const PLACES: Record<string, { timeZone: string; territory: string }> = {
  'upper-austria': { timeZone: 'Europe/Vienna', territory: 'Upper Austria' },
  amsterdam: { timeZone: 'Europe/Amsterdam', territory: 'Amsterdam' },
  prague: { timeZone: 'Europe/Prague', territory: 'Prague' },
  'matera-basilicata': { timeZone: 'Europe/Rome', territory: 'Basilicata and Puglia' },
}

/**
 * Brings in the guidebook's four demonstrator regions as profiles, without any progress. Those that
 * are there already stay as they are.
 *
 * @returns the slugs of the regions added now
 */
export async function loadDemonstrators(ownerUrl: string): Promise<string[]> {
  const edition = await readEdition()
  return asOwner(ownerUrl, async (db) => {
    const { rows } = await db.query<{ slug: string }>('select slug from regions')
    const present = new Set(rows.map((row) => row.slug))
    const absent = edition.content.demonstrators.filter(({ slug }) => !present.has(slug))
    for (const demonstrator of absent) await addDemonstrator(db, edition, demonstrator)
    return absent.map(({ slug }) => slug)
  })
}

async function addDemonstrator(db: pg.Client, edition: Edition, demonstrator: Demonstrator) {
  const { slug, name, country, territoryType, languages } = demonstrator
  const place = PLACES[slug]
  if (!place) throw new Error(`Where is ${slug}? load-demonstrators.ts does not say.`)
  const id = uuid()
  await insertRows(db, 'regions', [
    {
      ...{ id, slug, name, country, languages },
      territory_type: territoryType,
      territory: place.territory,
      time_zone: place.timeZone,
      edition: edition.number,
      kind: 'demonstrator',
      headline: demonstrator.titleGist,
      forum: demonstrator.forum ?? '',
      context: demonstrator.context,
      goals: demonstrator.goals,
      challenges: demonstrator.challenges,
      facts: demonstrator.facts,
      targets: demonstrator.targets,
      plans: demonstrator.nextMilestones,
      outlook: demonstrator.outlook,
    },
  ])
  await insertRows(
    db,
    'partners',
    demonstrator.organisations.map((it) => partnerRow(id, it)),
  )
  const after = { name, slug, country, kind: 'demonstrator' }
  await insertRows(
    db,
    'metric_targets',
    demonstrator.targets.flatMap((it) => targetRow(id, it)),
  )
  await insertRows(db, 'activities', [
    { region_id: id, id: uuid(), kind: 'region.created', subject: slug, after },
  ])
  const projection = projectRegion({
    region: {
      ...{ regionId: id, slug, name, country, territoryType },
      kind: 'demonstrator',
      startedOn: null,
    },
    guide: listStepShapes(edition.content),
    ticks: [],
    milestones: [],
    lastEntryOn: {},
    // Nothing is recorded, so that any day gives the same.
    asOf: '2000-01-01',
  })
  const rows = projectionRows(projection)
  await insertRows(db, 'step_records', rows.step_records)
  await insertRows(db, 'region_summaries', rows.region_summaries)
}

/** Only what names a metric and a number can be counted against. */
function targetRow(regionId: string, { metric, value, dueDate }: Demonstrator['targets'][number]) {
  if (metric === null || typeof value !== 'number') return []
  const source = 'SACCORD guidebook'
  return [{ region_id: regionId, id: uuid(), metric, value, due_on: dueDate, source }]
}

function partnerRow(regionId: string, organisation: Demonstrator['organisations'][number]) {
  const { name, sector, subtype, intermediary, confidence, basis } = organisation
  return {
    region_id: regionId,
    id: uuid(),
    name,
    sector,
    // All that the guidebook names in the fourth sector are creative hubs and cultural institutions.
    subtype: sector === 'creative_civil' ? 'creative' : '',
    // An organisation the guidebook calls a legacy is part of the story, and of no list of partners.
    status: basis.includes('legacy') ? 'left' : 'identified',
    intermediary,
    to_check: confidence === 'low',
    kind: subtype,
    source: basis,
  }
}
