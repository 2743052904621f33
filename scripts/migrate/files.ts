import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const prismaDir = resolve(import.meta.dirname, '../../prisma')
const schemaDir = join(prismaDir, 'schema')
/** Where migrations lie, in Prisma's own layout. */
export const migrationsDir = join(prismaDir, 'migrations')

/** The Prisma schema's files, in the order of their names. */
export async function readSchema(): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(schemaDir)).filter((name) => name.endsWith('.prisma')).sort()
  return Promise.all(
    names.map(async (name) => ({
      path: join(schemaDir, name),
      content: await readFile(join(schemaDir, name), 'utf8'),
    })),
  )
}

async function listMigrations(): Promise<string[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** The migrations as the schema engine wants them. */
export async function readMigrations() {
  const names = await listMigrations()
  return {
    baseDir: migrationsDir,
    lockfile: {
      path: './migration_lock.toml',
      content: 'provider = "postgresql"',
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(migrationsDir, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  }
}
