import pg from 'pg'
import { parseArgs } from 'node:util'
import { readEdition } from '../prisma/edition/read'
import { listStepShapes } from '../prisma/edition/shape'
import { withDatabase } from './embedded/database'
import { migrate } from './migrate/migrate'
import { loadEdition } from '../prisma/load-edition'
import { addRegions, countSeeded, removeRegions, stageTemplates } from './seed/regions'
import { composeTemplates } from './seed/templates'
import { Problem, reportFailure } from './start/problem'

function readOptions(): { remove: boolean; regions: number } {
  const { values } = parseArgs({
    options: { regions: { type: 'string' }, remove: { type: 'boolean', default: false } },
  })
  const regions = Number(values.regions ?? 0)
  if (!values.remove && !(Number.isInteger(regions) && regions > 0)) {
    throw new Problem('Say how many regions there shall be: npm run db:seed -- --regions 1000')
  }
  return { remove: values.remove, regions }
}

async function seed(): Promise<void> {
  const options = readOptions()
  await withDatabase(async ({ ownerUrl, appUrl }) => {
    await migrate(ownerUrl, { appUrl })
    await loadEdition(ownerUrl)
    const db = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
    await db.connect()
    try {
      if (options.remove) await removeRegions(db, reporter('regions left', 0))
      else await topUp(db, options.regions)
      await tidyUp(db)
    } finally {
      await db.end()
    }
  })
}

/** Adds what is missing to the number wanted; never takes any away. */
async function topUp(db: pg.Client, wanted: number): Promise<void> {
  const present = await countSeeded(db)
  if (present >= wanted) return console.log(`There are ${present} synthetic regions already.`)
  const edition = await readEdition()
  const owners = new Map(
    edition.content.steps.flatMap((step) => step.checklist.map((it) => [it.id, it.defaultOwner])),
  )
  const guide = listStepShapes(edition.content).map((step) => ({ ...step, owners }))
  const today = new Date().toISOString().slice(0, 10)
  await stageTemplates(db, composeTemplates(guide, today))
  const numbers = { from: present + 1, to: wanted, edition: edition.number }
  await addRegions(db, numbers, reporter(`of ${wanted} regions`, wanted))
}

/** Statistics and visibility map, so that plans and index scans are those of a settled database. */
async function tidyUp(db: pg.Client): Promise<void> {
  for (const table of ['regions', 'ticks', 'milestones', 'step_records', 'region_summaries']) {
    await db.query(`vacuum (analyze) ${table}`)
  }
}

function reporter(what: string, last: number): (count: number) => void {
  const began = performance.now()
  return (count) => {
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    const line = `  ${count} ${what}, ${seconds} s`
    process.stdout.write(process.stdout.isTTY ? `\r${line}` : `${line}\n`)
    if (process.stdout.isTTY && count === last) process.stdout.write('\n')
  }
}

seed().catch(reportFailure)
