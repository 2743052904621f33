import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { loadEdition } from '../../prisma/load-edition'
import { startCluster } from '../../scripts/embedded/cluster'
import { migrate } from '../../scripts/migrate/migrate'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database, guidebook loaded and nothing else, that test files clone. */
    template: { ownerUrl: string; appUrl: string; folder: string }
  }
}

/** Starts a PostgreSQL of the run's own and prepares the database that every test file clones. */
export default async function prepareTemplate(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'lep-tests-'))
  const cluster = await startCluster({
    dataDir: join(folder, 'postgres'),
    superuserPassword: 'owner-of-tests',
    appPassword: 'app-of-tests',
    isThrowaway: true,
    settings: { max_connections: '200' },
  })
  const { ownerUrl, appUrl } = cluster
  await migrate(ownerUrl, { appUrl })
  await loadEdition(ownerUrl)
  project.provide('template', { ownerUrl, appUrl, folder })
  return async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
