import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { root } from '../start/stamps'
import type { BenchDatabase } from './database'
import { type Figure, median } from './figure'
import { readPlans } from './plans'
import { ask, listSettings, startProgram } from './process'

export type CompareQuestion = { search: Record<string, string>; times: number }

const FEW = 100
const MANY = 20_000
const ROUNDS = 8
const LOADS = 15

/** What people do on the page, as it stands in its address. */
const ASKED = {
  'first page': {},
  filter: { step: '3', state: 'in_progress' },
  sort: { order: 'quiet' },
} as const

/**
 * P2: loads pages of the comparison with few and with many regions, in turns, so that both have
 * the same machine.
 */
export async function measureCompare(database: BenchDatabase): Promise<Figure[]> {
  const few = await copyDatabase(database, 'few')
  const many = await copyDatabase(database, 'many')
  await seed(few, FEW)
  await seed(many, MANY)
  const script = fileURLToPath(new URL('./compare-process.ts', import.meta.url))
  const [small, large] = [few, many].map((urls) => startProgram(script, listSettings(urls)))
  if (!small || !large) return []
  try {
    const figures: Figure[] = []
    for (const [name, search] of Object.entries(ASKED)) {
      const times = { few: [] as number[], many: [] as number[] }
      for (let round = 0; round <= ROUNDS; round++) {
        const some = await ask<number[]>(small, { search, times: LOADS })
        const more = await ask<number[]>(large, { search, times: LOADS })
        // The first round warms both up.
        if (round > 0) times.few.push(...some)
        if (round > 0) times.many.push(...more)
      }
      const [low, high] = [median(times.few), median(times.many)]
      const note = `${high.toFixed(2)} ms at ${MANY} regions, ${low.toFixed(2)} ms at ${FEW}`
      const what = `compare, ${name}: ${MANY} against ${FEW}`
      figures.push({ id: 'P2', what, value: high / low, bar: 1.5, kind: 'most', note })
    }
    return [...figures, ...(await readPlans(many))]
  } finally {
    small.kill()
    large.kill()
  }
}

async function copyDatabase({ ownerUrl, appUrl, owner }: BenchDatabase, name: string) {
  // A template may have no connections: ours is a fresh one of another database.
  const inside = (base: string, path: string) => Object.assign(new URL(base), { pathname: path })
  const db = new pg.Client({ connectionString: inside(ownerUrl, '/postgres').href })
  await db.connect()
  const template = new URL(ownerUrl).pathname.slice(1)
  const { rows } = await owner.query<{ name: string }>('select current_database() as name')
  if (rows[0]?.name !== template) throw new Error(`Not connected to ${template}`)
  await db.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [template],
  )
  await db.query(`create database ${name} template ${pg.escapeIdentifier(template)}`)
  await db.end()
  return {
    ownerUrl: inside(ownerUrl, `/${name}`).href,
    appUrl: inside(appUrl, `/${name}`).href,
  }
}

async function seed(urls: { ownerUrl: string; appUrl: string }, regions: number): Promise<void> {
  const env = { ...process.env, DATABASE_URL: urls.ownerUrl, APP_DATABASE_URL: urls.appUrl }
  const script = ['--import', 'tsx', 'scripts/db-seed.ts', '--regions', `${regions}`]
  const child = spawn(process.execPath, script, { cwd: root, env, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`Seeding ${regions} regions failed: the reason is above.`)
}
