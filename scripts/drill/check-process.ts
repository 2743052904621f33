// Runs as a process of its own after a crash: reads regions as the product does and works out anew
// what the rules say of them.
import { isDeepStrictEqual } from 'node:util'
import { asViewer } from '../../lib/db/as-viewer'
import { dayIn } from '../../lib/dates/rules'
import { getGuide } from '../../lib/guidebook/data'
import { projectRegion } from '../../lib/journey/projection/rules'
import { readRecords, type RegionRecord } from '../../lib/journey/record'
import { factsOf } from '../../lib/journey/settle'
import { projectionRows } from '../../prisma/projection-rows'
import { createPerson, viewerOf } from '../../tests/support/cast'
import { sql } from '../../tests/support/owner'
import type { Found } from './round'

process.on('message', (ids: string[]) => {
  void check(ids).then((found) => process.send?.(found))
})

async function check(ids: string[]): Promise<Found> {
  const staff = await viewerOf(await createPerson('Checker', { programmeRole: 'staff' }))
  const records = await asViewer(staff, (db) => readRecords(db, ids))
  const ticked = records.flatMap(({ id, ticks }) =>
    ticks.filter(({ state }) => state === 'done').map(({ item }) => `${id} ${item}`),
  )
  const noted = await sql<{ key: string }>(
    `select region_id || ' ' || subject as key from activities
      where region_id = any ($1::uuid[]) and kind = 'tick.changed' order by 1`,
    [ids],
  )
  const activities = noted.map(({ key }) => key)
  const halves = [
    ...listMissing(ticked, activities).map((key) => `a tick without its activity: ${key}`),
    ...listMissing(activities, ticked).map((key) => `an activity without its tick: ${key}`),
  ]
  for (const record of records) halves.push(...(await compareProjection(record)))
  return { ticked, halves }
}

function listMissing(wanted: string[], present: string[]): string[] {
  const known = new Set(present)
  const isDoubled = present.length !== known.size
  return wanted.filter((key) => !known.has(key) || isDoubled)
}

/** What is kept of a region must be what the rules say of its ticks. */
async function compareProjection(record: RegionRecord): Promise<string[]> {
  if (record.ticks.length === 0) {
    const kept = await sql('select from region_summaries where region_id = $1', [record.id])
    return kept.length > 0 ? [`a summary without a tick: ${record.id}`] : []
  }
  const guide = await getGuide(record.edition, 'en')
  const projection = projectRegion({
    region: { ...record, regionId: record.id },
    guide: guide.steps,
    ...factsOf(record, guide),
    asOf: dayIn(record.timeZone, new Date()),
  })
  const { step_records, region_summaries } = projectionRows(projection)
  const touched = new Set(record.ticks.map(({ step }) => step))
  const steps = step_records.filter(({ step }) => touched.has(String(step)))
  return [
    ...((await areKept('region_summaries', 'region_id', region_summaries)) ? [] : ['summary']),
    ...((await areKept('step_records', 'region_id', steps)) ? [] : ['step record']),
  ].map((what) => `a ${what} that is not what the ticks say: ${record.id}`)
}

/** Whether a table has exactly these rows of one region, compared as the database reads them. */
async function areKept(table: string, key: string, rows: Record<string, unknown>[]) {
  const [first] = rows
  if (!first) return true
  const columns = Object.keys(first).join(', ')
  const order = 'step' in first ? 'step' : key
  const wanted = await sql(
    `select ${columns} from jsonb_populate_recordset(null::${table}, $1) order by ${order}`,
    [JSON.stringify(rows)],
  )
  const kept = await sql(`select ${columns} from ${table} where ${key} = $1 order by ${order}`, [
    first[key],
  ])
  return isDeepStrictEqual(wanted, kept)
}
