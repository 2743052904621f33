import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { hashSources } from './stamps'

const sources = ['prisma', 'scripts/migrate', 'scripts/start/prepare.ts', 'lib/journey']

/**
 * What a database was prepared with: this content, in this cluster, with these migrations. Equal
 * texts mean that there is nothing to do.
 */
export async function describePreparation(ownerUrl: string, sample: boolean): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ cluster: string; migrated: boolean }>(
      `select system_identifier as cluster, to_regclass('_prisma_migrations') is not null as migrated
         from pg_control_system()`,
    )
    const migrations = rows[0]?.migrated ? await countMigrations(client) : 0
    const hash = await hashSources(sources)
    return JSON.stringify({ cluster: rows[0]?.cluster, migrations, hash, sample })
  } finally {
    await client.end()
  }
}

async function countMigrations(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from _prisma_migrations where finished_at is not null',
  )
  return rows[0]?.count ?? 0
}

/** The description kept after the last preparation; empty if there was none. */
export function readPreparation(dataDir: string): Promise<string> {
  return readFile(join(dataDir, 'prepared.json'), 'utf8').catch(() => '')
}

/** Keeps the description of a completed preparation. */
export function writePreparation(dataDir: string, description: string): Promise<void> {
  return writeFile(join(dataDir, 'prepared.json'), description)
}
