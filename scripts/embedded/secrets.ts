import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../start/problem'

/** What an installation keeps for itself in its data folder. */
export type Secrets = {
  superuserPassword: string
  appPassword: string
  /** Signs sessions and links. */
  authSecret: string
  /** Port of the built-in PostgreSQL. */
  port?: number
}

/** The installation's secrets, made at random the first time and readable by their owner only. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const text = await readFile(join(dataDir, 'secrets.json'), 'utf8').catch(() => undefined)
  if (text) return parseSecrets(text, dataDir)
  const hasCluster = await stat(join(dataDir, 'postgres', 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (hasCluster) {
    throw new Problem(
      `${dataDir} holds a database but its passwords, secrets.json, are gone: restore that file, or move the folder away to start anew.`,
    )
  }
  const [superuserPassword, appPassword, authSecret] = [random(), random(), random()]
  const secrets = { superuserPassword, appPassword, authSecret }
  await writeSecrets(dataDir, secrets)
  return secrets
}

/** Keeps secrets; a kill in between leaves the old ones. */
export async function writeSecrets(dataDir: string, secrets: Secrets): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const draft = join(dataDir, `secrets.${process.pid}.tmp`)
  await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true })
  await rename(draft, join(dataDir, 'secrets.json'))
}

function parseSecrets(text: string, dataDir: string): Secrets {
  const found: unknown = JSON.parse(text)
  if (isSecrets(found)) return found
  throw new Problem(`${join(dataDir, 'secrets.json')} is damaged: restore it from your backup.`)
}

function isSecrets(value: unknown): value is Secrets {
  if (typeof value !== 'object' || value === null) return false
  const names = ['superuserPassword', 'appPassword', 'authSecret']
  return names.every((name) => typeof Reflect.get(value, name) === 'string')
}

function random(): string {
  return randomBytes(32).toString('base64url')
}
