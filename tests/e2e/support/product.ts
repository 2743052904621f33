import { randomBytes } from 'node:crypto'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDemonstrators } from '../../../prisma/load-demonstrators'
import { loadEdition } from '../../../prisma/load-edition'
import { loadSample } from '../../../prisma/load-sample'
import { startCluster } from '../../../scripts/embedded/cluster'
import { findFreePort } from '../../../scripts/embedded/ports'
import { migrate } from '../../../scripts/migrate/migrate'
import { type App, startApp } from '../../../scripts/start/app'

const root = join(import.meta.dirname, '../../..')

/**
 * Starts the built product on a database of its own with the sample programme, and gives what ends
 * it all. Tests find it by LEP_TEST_URL and its database by LEP_TEST_OWNER_URL.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  await access(join(root, '.next/BUILD_ID')).catch(() => {
    throw new Error('There is no build to test: run `npm run build` first.')
  })
  const folder = await mkdtemp(join(tmpdir(), 'lep-e2e-'))
  const cluster = await startCluster({
    dataDir: join(folder, 'postgres'),
    superuserPassword: 'test-owner',
    appPassword: 'test-app',
    isThrowaway: true,
  })
  const stop = async (app?: App) => {
    await app?.stop()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await fill(cluster.ownerUrl, cluster.appUrl)
    process.env.LEP_TEST_OWNER_URL = cluster.ownerUrl
    process.env.LEP_TEST_APP_DATABASE_URL = cluster.appUrl
    process.env.LEP_TEST_DATA_DIR = join(folder, 'data')
    const app = await startProductAgain()
    process.env.LEP_TEST_URL = app.url
    // Ended from outside, the runner would leave the database running.
    process.once('SIGTERM', () => void stop(app).finally(() => process.exit(143)))
    return () => stop(app)
  } catch (error) {
    await stop()
    throw error
  }
}

async function fill(ownerUrl: string, appUrl: string) {
  await migrate(ownerUrl, { appUrl })
  await loadEdition(ownerUrl)
  await loadDemonstrators(ownerUrl)
  await loadSample(ownerUrl)
}

/** Starts one more app on the same database, under other settings. */
export async function startProductAgain(settings: Record<string, string> = {}) {
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  const app = await startApp('start', port, { ...listEnv(url), ...settings })
  return { ...app, url }
}

function listEnv(url: string): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return {
    ...{ PATH, HOME, TMPDIR },
    NODE_ENV: 'production',
    APP_URL: url,
    NEXTAUTH_URL: url,
    // The same for every app of the run, and for the job that mails beside them.
    NEXTAUTH_SECRET: (process.env.LEP_TEST_SECRET ??= randomBytes(32).toString('base64url')),
    APP_DATABASE_URL: process.env.LEP_TEST_APP_DATABASE_URL,
    DATA_DIR: process.env.LEP_TEST_DATA_DIR,
    EMBEDDED: '1',
    SAMPLE: '1',
    LOG_LEVEL: 'warn',
    // An hour may strike while tests compare what was before with what is after.
    JOBS: 'off',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
