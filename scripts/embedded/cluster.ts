import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { findAccount } from './account'
import { findBinaries } from './binaries'
import { createCluster, owner } from './create'
import { launch, type ServerOptions } from './launch'
import { crashPostmaster, findPostmaster, isAlive, stopPostmaster } from './postmaster'

const appLogin = 'lep_app_login'
const database = 'lep'

export type ClusterOptions = ServerOptions & { superuserPassword: string; appPassword: string }

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
  await createCluster(options, binaries.initdb, account)
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
