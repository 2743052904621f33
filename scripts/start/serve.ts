import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbedded } from '../embedded/database'
import { isFree } from '../embedded/ports'
import { readSecrets } from '../embedded/secrets'
import { startApp, type App } from './app'
import { buildApp, isAppBuilt } from './build-app'
import { composeEnv, composeGreeting } from './greeting'
import { generateClient, isClientGenerated } from './generate-client'
import { describePreparation, readPreparation, writePreparation } from './prepared'
import { alreadySaid, Problem, reportFailure } from './problem'
import { forgetRunning, noteRunning, refuseSecondStart } from './running'
import { readSettings, type Settings } from './settings'
import { runStage } from './stages'
import { root } from './stamps'
import { onStopSignal, stopping } from './stopping'

const began = process.argv.find((word) => word.startsWith('--began=')) ?? ''
const mode = process.argv.includes('--dev') ? 'dev' : 'start'

type Database = {
  ownerUrl: string
  appUrl: string
  authSecret: string
  ended?: Promise<void>
  stop?: () => Promise<void>
}

/** Brings everything up, serves until told to stop, and brings everything down in order. */
async function serve() {
  const settings = readSettings()
  await mkdir(settings.dataDir, { recursive: true, mode: 0o700 })
  if (!settings.external) await refuseSecondStart(settings.dataDir)
  await refuseTakenPort(settings.port)
  let app: App | undefined
  onStopSignal(
    () => stopping.abort(),
    () => app?.kill(),
  )
  if (!settings.external) await noteRunning(settings.dataDir, began, settings.appUrl)
  let database: Database | undefined
  try {
    if (!(await isClientGenerated())) await runStage('Database client written', generateClient)
    database = await runStage('Database ready', () => openDatabase(settings))
    stopping.signal.throwIfAborted()
    await prepareDatabase(settings, database)
    if (mode === 'start' && !(await isAppBuilt())) await runStage('App built', buildApp)
    stopping.signal.throwIfAborted()
    const env = composeEnv(settings, database)
    app = await runStage('App answers', () => startApp(mode, settings.port, env))
    console.log(composeGreeting(settings, Date.now() - Number(began.split('=')[1])))
    await untilOver(app, database)
  } finally {
    await app?.stop()
    await database?.stop?.()
    if (!settings.external) await forgetRunning(settings.dataDir)
  }
}

async function openDatabase({ external, dataDir }: Settings): Promise<Database> {
  if (!external) return startEmbedded(dataDir)
  const { authSecret } = await readSecrets(dataDir)
  await checkConnection(external.ownerUrl)
  return { ...external, authSecret }
}

async function checkConnection(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    )
    if ((rows[0]?.version ?? 0) >= 150_000) return
    throw new Problem('The database is older than PostgreSQL 15: update it, or name another one.')
  } finally {
    await client.end()
  }
}

async function refuseTakenPort(port: number): Promise<void> {
  if (await isFree(port)) return
  throw new Problem(
    `Port ${port} is taken by another program: stop that, or choose another one: PORT=${port + 1} npm start`,
  )
}

/** The built-in database remembers what it was prepared with; one elsewhere is looked at each time. */
async function prepareDatabase(settings: Settings, { ownerUrl, appUrl }: Database): Promise<void> {
  const { external, dataDir, sample } = settings
  const isPrepared = async () =>
    (await readPreparation(dataDir)) === (await describePreparation(ownerUrl, sample))
  if (!external && (await isPrepared())) return
  const script = fileURLToPath(new URL('./prepare.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    signal: stopping.signal,
    env: {
      ...process.env,
      LEP_OWNER_URL: ownerUrl,
      LEP_APP_URL: appUrl,
      LEP_SAMPLE: sample ? '1' : '0',
    },
  })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Problem(alreadySaid)
  if (!external) await writePreparation(dataDir, await describePreparation(ownerUrl, sample))
}

async function untilOver(app: App, database: Database): Promise<void> {
  const told = new Promise<'told'>((resolve) => {
    if (stopping.signal.aborted) resolve('told')
    stopping.signal.addEventListener('abort', () => resolve('told'))
  })
  const over = await Promise.race([
    told,
    app.ended.then(() => 'app' as const),
    ...(database.ended ? [database.ended.then(() => 'database' as const)] : []),
  ])
  if (over === 'told') return console.log('\n  Stopping: requests in flight are finished first.')
  const what = over === 'app' ? 'The app' : 'The built-in PostgreSQL'
  throw new Problem(
    `${what} ended unexpectedly and everything was stopped: start again with npm start.`,
  )
}

serve()
  .catch((error: unknown) => {
    if (!stopping.signal.aborted) reportFailure(error)
  })
  .finally(() => process.exit())
