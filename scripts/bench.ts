import { execFile } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { parseArgs, promisify } from 'node:util'
import { buildBare, removeBare } from './bench/bare'
import { type BenchDatabase, withBenchDatabase } from './bench/database'
import { type Figure, formatFigure, isMet } from './bench/figure'
import { withProduct } from './bench/product'
import { buildTwin, removeTwin } from './bench/twin'
import { Problem, reportFailure } from './start/problem'
import { runStage } from './start/stages'

const run = promisify(execFile)

/** Each measure is loaded only when it is wanted: the browser and Lighthouse are large. */
const MEASURES = {
  P1: async (database: BenchDatabase) => {
    const { measureLoad } = await import('./bench/load')
    return withProduct(database, measureLoad, await buildTwin())
  },
  P2: async (database: BenchDatabase) => {
    const { measureCompare } = await import('./bench/compare')
    return measureCompare(database)
  },
  P3: async (database: BenchDatabase) => {
    const { measureTick } = await import('./bench/tick')
    return measureTick(database)
  },
  P4: async (database: BenchDatabase) => {
    const { measureScripts } = await import('./bench/scripts')
    await buildBare()
    return withProduct(database, measureScripts)
  },
  P5: async (database: BenchDatabase) => {
    const { measureAudit } = await import('./bench/audit')
    return withProduct(database, measureAudit)
  },
  P6: async (database: BenchDatabase) => {
    const { measureStatements } = await import('./bench/statements')
    return withProduct(database, (product) => measureStatements(product, database))
  },
  wide: async (database: BenchDatabase) => {
    const { measureWide } = await import('./bench/wide')
    await buildBare()
    return withProduct(database, (product) => measureWide(product, database), await buildTwin())
  },
  session: async (database: BenchDatabase) => {
    const { measureSession } = await import('./bench/session')
    return withProduct(database, (product) => measureSession(product, database))
  },
  round: async (database: BenchDatabase) => {
    const { measureRound } = await import('./bench/round')
    return withProduct(database, (product) => measureRound(product, database))
  },
}

async function bench(): Promise<void> {
  const wanted = readWanted()
  console.log(`${await describeMachine()}\n`)
  const figures: Figure[] = []
  for (const [id, measure] of wanted) {
    // A fresh database each: no measure finds what another one left behind.
    const measured = await runStage(`${id} measured`, () => withBenchDatabase(measure))
    for (const figure of measured) console.log(formatFigure(figure))
    figures.push(...measured)
  }
  const missed = figures.filter((figure) => !isMet(figure))
  console.log(`\n${figures.length - missed.length} of ${figures.length} figures keep to their bar`)
  if (missed.length > 0) process.exitCode = 1
}

function readWanted() {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
  const known = Object.entries(MEASURES)
  const unknown = values.only?.find((id) => !(id in MEASURES))
  if (unknown) throw new Problem(`There is no ${unknown}: choose of ${Object.keys(MEASURES)}.`)
  return known.filter(([id]) => values.only?.includes(id) ?? true)
}

async function describeMachine(): Promise<string> {
  const { findBinaries } = await import('./embedded/binaries')
  const { postgres } = await findBinaries()
  const { stdout } = await run(postgres, ['--version'])
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const versions = `Node ${process.version}, ${stdout.trim()}`
  return `${cpus().length} cores (${cpus()[0]?.model}), ${memory}, ${versions}, ${process.platform}`
}

bench()
  .catch(reportFailure)
  .then(removeBare)
  .then(removeTwin)
  .finally(() => process.exit())
