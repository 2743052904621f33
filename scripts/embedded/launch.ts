import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, runAs } from './account'
import { findFreePort, isFree } from './ports'
import { findPostmaster } from './postmaster'
import { cleanEnv, explainServer } from './server-log'

export type ServerOptions = {
  /** Folder of the cluster, made if absent; the log is written beside it. */
  dataDir: string
  /** Port to listen on if it is free; another one is taken if not. */
  port?: number
  /** For tests: quick, and lost when the machine stops. */
  isThrowaway?: boolean
  /** Further settings of the server, by name. */
  settings?: Record<string, string>
}

/** Starts a server and waits until it takes connections. Its log is written beside the folder. */
export async function launch(options: ServerOptions, postgres: string, account: Account) {
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

function listSettings({ isThrowaway, settings }: ServerOptions, port: number) {
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
