import { withDatabase } from './embedded/database'
import { migrate } from './migrate/migrate'
import { runCommand } from './start/problem'

runCommand(() =>
  withDatabase(async ({ ownerUrl, appUrl }) => {
    const applied = await migrate(ownerUrl, { appUrl })
    if (applied.length === 0) console.log('The database is up to date.')
    for (const name of applied) console.log(`Applied ${name}`)
  }),
)
