import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Problem } from '../start/problem'
import { findAccount, handOver, runAs, type Account } from './account'
import { findBinaries } from './binaries'
import { findFreePort, isFree } from './ports'
import { crashPostmaster, findPostmaster, isAlive, stopPostmaster } from './postmaster'

const owner = 'lep_owner'
const appLogin = 'lep_app_login'
const database = 'lep'

export type ClusterOptions = {
  /** Folder of the cluster, made if absent; the log is written beside it. */
  dataDir: string
  superuserPassword: string
  appPassword: string
  /** Port to listen on if it is free; another one is taken if not. */
  port?: number
  /** For tests: quick, and lost when the machine stops. */
  isThrowaway?: boolean
  /** Further settings of the server, by name. */
  settings?: Record<string, string>
}

export type Cluster = {
  ownerUrl: string
  /** The role itself is made when the database is migrated. */
  appUrl: string
  port: number
  /** False if the server ran already. */
  isStartedNow: boolean
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>
  /** Ends the server in order. */
  stop: () => Promise<void>
  /** Kills the server and all its processes at once. */
  crash: () => Promise<void>
}

/**
 * Starts PostgreSQL on a folder, or joins the server that runs there already. It listens on
 * 127.0.0.1 only and outlives this process unless stopped, so that no signal cuts off requests.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const account = await findAccount()
  const binaries = await findBinaries()
  await initialise(options, binaries.initdb, account)
  const running = await waitForRunning(options.dataDir)
  const server = running ?? (await launch(options, binaries.postgres, account))
  const urls = listUrls(options, server.port)
  if (!running) await ensureDatabase(urls.ownerUrl)
  return {
    ...urls,
    port: server.port,
    isStartedNow: !running,
    ended: server.ended,
    stop: () => stopPostmaster(server.pid),
    crash: () => crashPostmaster(server.pid),
  }
}

function listUrls({ superuserPassword, appPassword }: ClusterOptions, port: number) {
  const at = `127.0.0.1:${port}/${database}`
  return {
    ownerUrl: `postgresql://${owner}:${encodeURIComponent(superuserPassword)}@${at}`,
    appUrl: `postgresql://${appLogin}:${encodeURIComponent(appPassword)}@${at}`,
  }
}

/** Makes the cluster beside its place and moves it there when complete: a kill leaves no half of it. */
async function initialise(
  { dataDir, superuserPassword, isThrowaway }: ClusterOptions,
  initdb: string,
  account: Account,
): Promise<void> {
  if (await exists(join(dataDir, 'PG_VERSION'))) return
  const draft = `${dataDir}.new`
  await mkdir(dirname(dataDir), { recursive: true })
  if (account) await chmod(dirname(dataDir), 0o711)
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await handOver(draft, account)
  const passwordFile = `${dataDir}-${randomUUID()}.pw`
  await writeFile(passwordFile, superuserPassword, { mode: 0o600 })
  await handOver(passwordFile, account)
  try {
    const flags = [
      ['-D', draft, '-U', owner, '--pwfile', passwordFile, '--auth=scram-sha-256'],
      ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und'],
      isThrowaway ? ['--no-sync'] : [],
    ].flat()
    await runToEnd(await runAs(account, initdb, flags, [draft]))
    await rename(draft, dataDir)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function runToEnd({ command, args, account }: Awaited<ReturnType<typeof runAs>>) {
  const child = spawn(command, args, {
    ...account,
    env: cleanEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw explainServer(output)
}

/** PostgreSQL's own variables in the environment must not steer this server. */
function cleanEnv(): NodeJS.ProcessEnv {
  const env = { ...process.env, LC_ALL: 'C' }
  for (const name of Object.keys(env)) if (name.startsWith('PG')) Reflect.deleteProperty(env, name)
  return env
}

async function waitForRunning(dataDir: string) {
  for (;;) {
    const found = await findPostmaster(dataDir)
    if (!found) return undefined
    if (found.isReady) return { ...found, ended: watch(found.pid) }
    await sleep(50)
  }
}

async function watch(pid: number): Promise<void> {
  while (await isAlive(pid)) await sleep(250, undefined, { ref: false })
}

async function launch(options: ClusterOptions, postgres: string, account: Account) {
  const { dataDir } = options
  const log = join(dirname(dataDir), 'postgres.log')
  const isKeptFree = options.port !== undefined && (await isFree(options.port, '127.0.0.1'))
  let port = isKeptFree && options.port ? options.port : await findFreePort()
  for (let attempt = 1; ; attempt++) {
    const flags = listSettings(options, port).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const line = await runAs(account, postgres, ['-D', dataDir, ...flags], [dataDir])
    const { child, output } = await spawnServer(line, log)
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.unref()
    if (await becomesReady(dataDir, child)) return { pid: child.pid ?? 0, port, ended }
    const text = await output()
    // Two starts picked one port, or processes of a killed server are still on their way out.
    if (attempt === 20 || !/Address already in use|still in use/i.test(text)) {
      throw explainServer(text, log)
    }
    if (/Address already in use/i.test(text)) port = await findFreePort()
    await sleep(250)
  }
}

function listSettings({ isThrowaway, settings }: ClusterOptions, port: number) {
  const careless = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }
  return Object.entries({
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_preload_libraries: 'pg_stat_statements',
    synchronous_commit: 'on',
    log_checkpoints: 'off',
    // Statements and details of errors may hold what people wrote.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(isThrowaway ? careless : {}),
    ...settings,
  })
}

async function spawnServer(
  { command, args, account }: Awaited<ReturnType<typeof runAs>>,
  log: string,
): Promise<{ child: ChildProcess; output: () => Promise<string> }> {
  const size = await stat(log).then(
    (file) => file.size,
    () => 0,
  )
  const file = await open(log, size > 5_000_000 ? 'w' : 'a', 0o600)
  const start = size > 5_000_000 ? 0 : size
  // A group of its own: Ctrl-C in the terminal must not reach the database before the app is done.
  const child = spawn(command, args, {
    ...account,
    env: cleanEnv(),
    detached: true,
    stdio: ['ignore', file.fd, file.fd],
  })
  await file.close()
  const output = async () => (await readFile(log)).subarray(start).toString()
  return { child, output }
}

async function becomesReady(dataDir: string, child: ChildProcess): Promise<boolean> {
  let isGone = false
  child.once('exit', () => (isGone = true))
  child.once('error', () => (isGone = true))
  while (!isGone) {
    const found = await findPostmaster(dataDir)
    if (found?.isReady && found.pid === child.pid) return true
    await sleep(20)
  }
  return false
}

async function ensureDatabase(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [database])
    if (!found.rowCount) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

function explainServer(output: string, log?: string): Error {
  if (/No space left on device/i.test(output)) {
    return new Problem('The disk is full: free some space and start again.')
  }
  if (/Permission denied/i.test(output)) {
    return new Problem(
      `PostgreSQL may not use its folder (${lastLine(output)}): give it back to the user who starts it.`,
    )
  }
  const where = log ? `; the whole story is in ${log}` : ''
  return new Problem(`The built-in PostgreSQL did not start: ${lastLine(output)}${where}.`)
}

function lastLine(output: string): string {
  const lines = output.trim().split('\n')
  return (lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1) ?? '').trim()
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
