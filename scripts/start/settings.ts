import { join, resolve } from 'node:path'
import { Problem } from './problem'
import { root } from './stamps'

export type Settings = {
  port: number
  appUrl: string
  /** Absolute path of what the installation keeps. */
  dataDir: string
  /** Whether the fictitious programme is wanted. */
  sample: boolean
  /** The database that was named; absent means the built-in one. */
  external?: { ownerUrl: string; appUrl: string }
}

/** What the environment, and the file .env for what it does not name, say. Throws a Problem on nonsense. */
export function readSettings(): Settings {
  loadEnvFile()
  const { PORT, APP_URL, NEXTAUTH_URL, DATA_DIR, SAMPLE } = process.env
  const port = Number(PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Problem(`PORT is ${PORT}, which is no port: choose a number from 1 to 65535.`)
  }
  const external = readExternal()
  return {
    port,
    appUrl: APP_URL || NEXTAUTH_URL || `http://localhost:${port}`,
    dataDir: resolve(root, DATA_DIR || '.data'),
    sample: SAMPLE ? SAMPLE === '1' : !external,
    external,
  }
}

function loadEnvFile(): void {
  try {
    process.loadEnvFile(join(root, '.env'))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

function readExternal(): Settings['external'] {
  const { DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl } = process.env
  if (!ownerUrl && !appUrl) return undefined
  if (!ownerUrl || !appUrl) {
    const [given, missing] = ownerUrl
      ? ['DATABASE_URL', 'APP_DATABASE_URL']
      : ['APP_DATABASE_URL', 'DATABASE_URL']
    throw new Problem(
      `${given} is set but ${missing} is not: set both (the owner for migrations, an unprivileged role for the app), or neither to use the built-in database.`,
    )
  }
  checkUrl('DATABASE_URL', ownerUrl)
  checkUrl('APP_DATABASE_URL', appUrl)
  return { ownerUrl, appUrl }
}

function checkUrl(name: string, value: string): void {
  if (URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)) return
  throw new Problem(
    `${name} is not a PostgreSQL address: write it as postgresql://user:password@host:5432/database.`,
  )
}
