import { startEmbedded } from './embedded/database'
import { runCommand } from './start/problem'
import { readSettings } from './start/settings'

async function printUrl() {
  const { external, dataDir } = readSettings()
  if (external) return console.log(external.ownerUrl)
  const cluster = await startEmbedded(dataDir)
  if (process.argv.includes('--stop')) return cluster.stop()
  if (cluster.isStartedNow) {
    console.error('The built-in PostgreSQL runs now. End it with: npm run db:url -- --stop')
  }
  console.log(cluster.ownerUrl)
}

runCommand(printUrl)
