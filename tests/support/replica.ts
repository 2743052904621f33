import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { findAccount, handOver } from '../../scripts/embedded/account'
import { findBinaries } from '../../scripts/embedded/binaries'
import { launch } from '../../scripts/embedded/launch'
import { stopPostmaster } from '../../scripts/embedded/postmaster'

const run = promisify(execFile)

export interface Replica {
  port: number
  /** As the superuser, on the replica. */
  ask: <R extends pg.QueryResultRow>(statement: string) => Promise<R[]>
  stop: () => Promise<void>
}

/** A second server that follows the one of `dataDir` by PostgreSQL's streaming replication. */
export async function startReplica(dataDir: string, ownerUrl: string): Promise<Replica> {
  const account = await findAccount()
  const folder = await mkdtemp(join(tmpdir(), 'lep-replica-'))
  const copy = join(folder, 'postgres')
  await copyRunning(dataDir, copy, ownerUrl)
  await writeFile(join(copy, 'standby.signal'), '')
  for (const name of ['backup_label', 'standby.signal']) await handOver(join(copy, name), account)
  await chmod(folder, 0o711)
  const { username: user, password, hostname: host, port } = new URL(ownerUrl)
  const primary = `host=${host} port=${port} user=${user} password=${decodeURIComponent(password)}`
  const settings = { primary_conninfo: primary, hot_standby: 'on' }
  const server = await launch(
    { dataDir: copy, isThrowaway: true, settings },
    (await findBinaries()).postgres,
    account,
  )
  const own = new URL(ownerUrl)
  own.port = String(server.port)
  const pool = new pg.Pool({ connectionString: own.href, max: 1 })
  pool.on('error', () => undefined)
  let isOver = false
  return {
    port: server.port,
    ask: async (statement) => (await pool.query(statement)).rows,
    stop: async () => {
      if (isOver) return
      isOver = true
      await pool.end()
      await stopPostmaster(server.pid)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Copies the files of a server at work, with the label that lets the copy find its beginning. */
async function copyRunning(from: string, to: string, ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`select pg_backup_start('replica', true)`)
    await copyAll(from, to)
    await rm(join(to, 'postmaster.pid'), { force: true })
    const { rows } = await client.query<{ labelfile: string }>(
      'select labelfile from pg_backup_stop(false)',
    )
    await writeFile(join(to, 'backup_label'), rows[0]?.labelfile ?? '')
  } finally {
    await client.end()
  }
}

/** With owners and rights. A passing file that is gone when its turn comes is none of the backup's. */
async function copyAll(from: string, to: string): Promise<void> {
  await run('cp', ['-a', from, to]).catch(({ stderr }: { stderr?: string }) => {
    const faults = (stderr ?? '?').split('\n').filter((line) => !/No such file/.test(line))
    if (faults.join('') !== '') throw new Error(faults.join('\n'))
  })
}
