import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateClient, isClientGenerated } from './generate-client'
import { runCommand } from './problem'
import { runStage } from './stages'
import { onStopSignal, stopping } from './stopping'
import { type Result, runSuite, type Suite, suites } from './suites'

const CORES = 2

/** Runs every suite, or those named, also after one has failed, and sums up. */
async function test(names: string[]) {
  onStopSignal(
    () => stopping.abort(),
    () => process.exit(130),
  )
  if (!(await isClientGenerated())) await runStage('Database client written', generateClient)
  const wanted = suites.filter(({ name }) => names.length === 0 || names.includes(name))
  const reportDir = await mkdtemp(join(tmpdir(), 'lep-test-'))
  const results: Result[] = []
  try {
    const checks = wanted.filter(({ kind }) => kind === 'check')
    const others = wanted.filter(({ kind }) => kind !== 'check')
    results.push(...(await runAll(checks, CORES, reportDir)))
    results.push(...(await runAll(others, 1, reportDir)))
  } finally {
    await rm(reportDir, { recursive: true, force: true })
  }
  const failed = printSummary(results)
  if (failed > 0 || results.length < wanted.length || wanted.length === 0) process.exitCode = 1
}

/** Runs parts in order, so many at a time. */
async function runAll(parts: Suite[], atATime: number, reportDir: string): Promise<Result[]> {
  const results: Result[] = []
  const waiting = [...parts]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (stopping.signal.aborted) return
      results.push(await runSuite(next, reportDir))
    }
  }
  await Promise.all(Array.from({ length: atATime }, work))
  return results
}

function printSummary(results: Result[]): number {
  console.log('\n   suite            passed  failed     time')
  for (const { name, passed, failed, seconds, note } of results) {
    const figures = [String(passed).padStart(6), String(failed).padStart(7)].join(' ')
    const mark = failed ? '✗' : '✓'
    console.log(
      `${mark}  ${name.padEnd(16)} ${figures} ${seconds.toFixed(1).padStart(7)} s  ${note}`,
    )
  }
  const [passed, failed] = [sum(results, 'passed'), sum(results, 'failed')]
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed
}

function sum(results: Result[], key: 'passed' | 'failed'): number {
  return results.reduce((total, result) => total + result[key], 0)
}

runCommand(() => test(process.argv.slice(2)))
