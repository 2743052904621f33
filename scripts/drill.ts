import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadEdition } from '../prisma/load-edition'
import { drillLetters } from './drill/letters'
import { type Outcome, runRound, type Victim } from './drill/round'
import { startCluster } from './embedded/cluster'
import { migrate } from './migrate/migrate'
import { Problem, reportFailure } from './start/problem'

/** What makes PostgreSQL acknowledge changes that it has not written yet: the drill must notice. */
const UNSAFE = { synchronous_commit: 'off', wal_writer_delay: '10000' }

async function drill(): Promise<void> {
  const { rounds, unsafe, only } = readOptions()
  const folder = await mkdtemp(join(tmpdir(), 'lep-drill-'))
  const start = () =>
    startCluster({
      dataDir: join(folder, 'postgres'),
      superuserPassword: 'drill-owner',
      appPassword: 'drill-app',
      settings: unsafe ? UNSAFE : {},
    })
  let cluster = await start()
  try {
    await migrate(cluster.ownerUrl, { appUrl: cluster.appUrl })
    await loadEdition(cluster.ownerUrl)
    if (!unsafe) await killMailers(cluster)
    if (only === 'letters') return
    const outcomes: Outcome[] = []
    const victims: Victim[] = unsafe ? ['database'] : ['app', 'database']
    for (let round = 1; round <= rounds; round++) {
      for (const victim of victims) {
        const restart = async () => (cluster = await start())
        const outcome = await runRound(victim, cluster, () => cluster.crash(), restart)
        outcomes.push(outcome)
        report(round, outcome)
      }
    }
    conclude(outcomes, unsafe)
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function readOptions(): { rounds: number; unsafe: boolean; only: string } {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      unsafe: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
    },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Problem('Say how many rounds there shall be: npm run drill -- --rounds 5')
  }
  if (!['', 'letters'].includes(values.only)) {
    throw new Problem('Only the mails can be drilled alone: npm run drill -- --only letters')
  }
  return { rounds, unsafe: values.unsafe, only: values.only }
}

/** Whoever sends mails is killed in the midst of it: none may be lost, one a kill may come twice. */
async function killMailers(urls: { ownerUrl: string; appUrl: string }): Promise<void> {
  const { mails, kills, lost, twice, most } = await drillLetters(urls, 1000, 20)
  console.log(
    `  ${mails} mails, ${kills} kills: ${lost} lost, ${twice} came twice, ${most} at most`,
  )
  if (lost > 0 || twice > kills) process.exitCode = 1
}

function report(round: number, { victim, acknowledged, lost, halves }: Outcome): void {
  const facts = `${acknowledged} of 500 acknowledged, ${lost} lost, ${halves.length} half-applied`
  console.log(`  round ${round}, ${victim.padEnd(8)} killed: ${facts}`)
  for (const half of halves.slice(0, 5)) console.log(`    ${half}`)
}

/** A careful database must lose nothing; a careless one must be seen losing. */
function conclude(outcomes: Outcome[], unsafe: boolean): void {
  const lost = outcomes.reduce((sum, outcome) => sum + outcome.lost, 0)
  const halves = outcomes.reduce((sum, outcome) => sum + outcome.halves.length, 0)
  console.log(
    `\n${outcomes.length} crashes: ${lost} acknowledged changes lost, ${halves} half-applied`,
  )
  if (unsafe && lost === 0) {
    console.log('Nothing was lost although it should have been: this drill proves nothing here.')
  }
  const isFine = halves === 0 && (unsafe ? lost > 0 : lost === 0)
  if (!isFine) process.exitCode = 1
}

drill()
  .catch(reportFailure)
  .finally(() => process.exit())
