import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadDemonstrators } from '../../prisma/load-demonstrators'
import { loadEdition } from '../../prisma/load-edition'
import { loadSample } from '../../prisma/load-sample'
import { startCluster } from '../embedded/cluster'
import { migrate } from '../migrate/migrate'

/** A database of the bench's own with the sample programme in it. */
export type BenchDatabase = {
  ownerUrl: string
  appUrl: string
  /** Past row-level security; each statement of it is counted under another role than the app's. */
  owner: pg.Pool
  /** A temporary folder that goes away with the database. */
  folder: string
}

/**
 * Starts a PostgreSQL of its own, with the settings of a real installation, fills it, and removes
 * it after the work.
 */
export async function withBenchDatabase<T>(work: (database: BenchDatabase) => Promise<T>) {
  const folder = await mkdtemp(join(tmpdir(), 'lep-bench-'))
  const cluster = await startCluster({
    dataDir: join(folder, 'postgres'),
    superuserPassword: 'bench-owner',
    appPassword: 'bench-app',
  })
  const { ownerUrl, appUrl } = cluster
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  owner.on('error', () => undefined)
  try {
    await migrate(ownerUrl, { appUrl })
    await loadEdition(ownerUrl)
    await loadDemonstrators(ownerUrl)
    await loadSample(ownerUrl)
    await owner.query('create extension if not exists pg_stat_statements')
    await owner.query('vacuum analyze')
    return await work({ ownerUrl, appUrl, owner, folder })
  } finally {
    await owner.end()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Counts the statements that the app's role sends while something happens, as the server sees them. */
export async function countStatements(
  owner: pg.Pool,
  happening: () => Promise<unknown>,
): Promise<number> {
  await owner.query('select pg_stat_statements_reset()')
  await happening()
  const { rows } = await owner.query<{ count: number }>(
    // The app asks once a second whether the database is there: that belongs to no page.
    `select coalesce(sum(calls), 0)::int as count from pg_stat_statements s
      join pg_roles r on r.oid = s.userid
      where r.rolname = 'lep_app_login' and toplevel and query not in ('select 1', 'select $1')`,
  )
  return rows[0]?.count ?? NaN
}
