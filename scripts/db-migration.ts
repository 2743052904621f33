import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withScratchDatabase } from './embedded/scratch'
import { findDrift } from './migrate/drift'
import { migrationsDir } from './migrate/files'
import { migrate } from './migrate/migrate'
import { Problem, runCommand } from './start/problem'

/** Drafts the SQL that leads from the last migration to the schema, for a person to complete. */
async function draftMigration(words: string[]) {
  const name = words
    .join('_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
  if (!name) throw new Problem('Give the migration a name: npm run db:migration -- add_colour')
  const sql = await withScratchDatabase(async (urls) => {
    await migrate(urls.ownerUrl, { appUrl: urls.appUrl })
    return findDrift(urls.ownerUrl)
  })
  if (!sql) return console.log('The migrations lead to the schema already: nothing to draft.')
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrationsDir, `${time}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), `${sql}\n`)
  console.log(`Drafted ${join(folder, 'migration.sql')}`)
  console.log('Complete it by hand: policies, grants, composite keys. Then: npm run db:migrate')
}

runCommand(() => draftMigration(process.argv.slice(2)))
