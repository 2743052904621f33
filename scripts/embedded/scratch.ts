import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, startCluster } from './cluster'

/** Gives work an empty PostgreSQL of its own in a temporary folder, and removes it afterwards. */
export async function withScratchDatabase<T>(work: (cluster: Cluster) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lep-scratch-'))
  const [superuserPassword, appPassword] = ['scratch-owner', 'scratch-app']
  const dataDir = join(folder, 'postgres')
  try {
    const cluster = await startCluster({
      ...{ dataDir, superuserPassword, appPassword },
      isThrowaway: true,
    })
    try {
      return await work(cluster)
    } finally {
      await cluster.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
