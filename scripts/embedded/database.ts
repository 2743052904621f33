import { join, resolve } from 'node:path'
import { readSettings } from '../start/settings'
import { startCluster } from './cluster'
import { readSecrets, writeSecrets } from './secrets'

/** Starts or joins the PostgreSQL of a data folder and keeps the port it listens on. */
export async function startEmbedded(dataDir: string) {
  const secrets = await readSecrets(dataDir)
  const cluster = await startCluster({ dataDir: join(resolve(dataDir), 'postgres'), ...secrets })
  if (cluster.port !== secrets.port) await writeSecrets(dataDir, { ...secrets, port: cluster.port })
  return { ...cluster, authSecret: secrets.authSecret }
}

/**
 * Gives work the installation's database: the one of DATABASE_URL or the built-in one, which is
 * started for the time of the work unless it runs already.
 */
export async function withDatabase<T>(
  work: (urls: { ownerUrl: string; appUrl: string; isEmbedded: boolean }) => Promise<T>,
): Promise<T> {
  const { external, dataDir } = readSettings()
  if (external) return work({ ...external, isEmbedded: false })
  const cluster = await startEmbedded(dataDir)
  try {
    return await work({ ownerUrl: cluster.ownerUrl, appUrl: cluster.appUrl, isEmbedded: true })
  } finally {
    if (cluster.isStartedNow) await cluster.stop()
  }
}
