import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadEdition } from '../../prisma/load-edition'
import { startCluster } from '../../scripts/embedded/cluster'
import { findPostmaster } from '../../scripts/embedded/postmaster'
import { migrate } from '../../scripts/migrate/migrate'
import { addPerson, openSession } from '../e2e/support/people'
import { startProductAgain } from '../e2e/support/product'

export type OwnProduct = {
  url: string
  /** Session of somebody signed in. */
  secret: string
  /** Whether the app still is the process that was started. */
  isRunning: () => boolean
  /** Holds the database still for the time of the work: it takes connections and answers nothing. */
  whileAway: <T>(work: () => Promise<T>) => Promise<T>
  stop: () => Promise<void>
}

/** The product on a database that nobody else uses, so that a test may hold it still. */
export async function startOwnProduct(): Promise<OwnProduct> {
  const folder = await mkdtemp(join(tmpdir(), 'lep-own-'))
  const dataDir = join(folder, 'postgres')
  const passwords = { superuserPassword: 'own-owner', appPassword: 'own-app' }
  const cluster = await startCluster({ dataDir, ...passwords, isThrowaway: true })
  const { ownerUrl, appUrl } = cluster
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  // Its last connection may still be on its way out when the database ends.
  owner.on('error', () => undefined)
  try {
    await migrate(ownerUrl, { appUrl })
    await loadEdition(ownerUrl)
    const secret = await openSession(owner, await addPerson(owner, 'Olga'))
    const app = await startProductAgain({
      APP_DATABASE_URL: appUrl,
      DATA_DIR: join(folder, 'data'),
    })
    let hasEnded = false
    void app.ended.then(() => (hasEnded = true))
    return {
      ...{ url: app.url, secret, isRunning: () => !hasEnded },
      whileAway: async (work) => {
        const wake = await holdStill(dataDir, owner)
        return work().finally(wake)
      },
      stop: async () => {
        await app.stop()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }

  async function stop() {
    await owner.end()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Stops the server and all its processes where they are, and gives what lets them go on. */
async function holdStill(dataDir: string, owner: pg.Pool): Promise<() => void> {
  // A connection that is there already: once the first process stands still, there are no new ones.
  await owner.query('select')
  const server = await findPostmaster(dataDir)
  if (!server) throw new Error('There is no database to hold still.')
  process.kill(server.pid, 'SIGSTOP')
  const { rows } = await owner.query<{ pid: number }>('select pid from pg_stat_activity')
  const held = [server.pid, ...rows.map(({ pid }) => pid)]
  held.forEach((pid) => process.kill(pid, 'SIGSTOP'))
  return () => held.forEach((pid) => process.kill(pid, 'SIGCONT'))
}
