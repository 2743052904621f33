import pg from 'pg'
import { migrate } from '../migrate/migrate'
import { runCommand } from './problem'
import { runStage } from './stages'

/** Brings a database up to date: schema, guidebook, demonstrators, and the sample if it is empty. */
async function prepare() {
  const { LEP_OWNER_URL: ownerUrl = '', LEP_APP_URL: appUrl = '', LEP_SAMPLE } = process.env
  await runStage('Schema up to date', () => migrate(ownerUrl, { appUrl }))
  await runStage('Guidebook loaded', async () => {
    const { loadEdition } = await import('../../prisma/load-edition')
    const { loadDemonstrators } = await import('../../prisma/load-demonstrators')
    await loadEdition(ownerUrl)
    await loadDemonstrators(ownerUrl)
  })
  if (LEP_SAMPLE !== '1' || (await hasPeople(ownerUrl))) return
  await runStage('Sample programme loaded', async () => {
    const { loadSample } = await import('../../prisma/load-sample')
    await loadSample(ownerUrl)
  })
}

/** A database that somebody uses never gets sample data. */
async function hasPeople(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      "select from users union all select from regions where kind <> 'demonstrator' limit 1",
    )
    return rowCount !== 0
  } finally {
    await client.end()
  }
}

runCommand(prepare)
