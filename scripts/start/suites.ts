import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { isAppBuilt } from './build-app'
import { stopping } from './stopping'
import { root } from './stamps'

/** One part of the test run: a script of package.json and how its tests are counted. */
export type Suite = {
  name: string
  script: string
  /** Checks need one core each and nothing of one another. */
  kind: 'check' | 'build' | 'vitest' | 'playwright'
  isNeeded?: () => Promise<boolean>
}

/** All parts in the order they begin. What lint looks into is made by types. */
export const suites: Suite[] = [
  { name: 'types', script: 'check:types', kind: 'check' },
  { name: 'directions', script: 'check:directions', kind: 'check' },
  { name: 'format', script: 'check:format', kind: 'check' },
  { name: 'lint', script: 'check:lint', kind: 'check' },
  { name: 'dead code', script: 'check:dead', kind: 'check' },
  { name: 'unit', script: 'test:unit', kind: 'vitest' },
  { name: 'integration', script: 'test:integration', kind: 'vitest' },
  {
    ...{ name: 'build', script: 'build', kind: 'build' },
    isNeeded: async () => !(await isAppBuilt()),
  },
  { name: 'start', script: 'test:start', kind: 'vitest' },
  { name: 'end to end', script: 'test:e2e', kind: 'playwright' },
]

export type Result = { name: string; passed: number; failed: number; seconds: number; note: string }

/** Runs one part to its end, its output shown. One that crashes or tests nothing has failed. */
export async function runSuite(suite: Suite, reportDir: string): Promise<Result> {
  const began = performance.now()
  const finish = (counts: Omit<Result, 'name' | 'seconds'>) => ({
    ...counts,
    name: suite.name,
    seconds: (performance.now() - began) / 1000,
  })
  if (suite.isNeeded && !(await suite.isNeeded())) {
    return finish({ passed: 1, failed: 0, note: 'up to date' })
  }
  const report = join(reportDir, `${suite.kind}-${suite.name.replaceAll(' ', '-')}.json`)
  const ending = await runScript(suite, report)
  if (suite.kind !== 'vitest' && suite.kind !== 'playwright') {
    return finish({ passed: ending ? 0 : 1, failed: ending ? 1 : 0, note: ending })
  }
  const counts = await readCounts(suite.kind, report)
  if (!counts) return finish({ passed: 0, failed: 1, note: ending || 'left no report' })
  const ran = counts.passed + counts.failed
  if (ran === 0) return finish({ ...counts, failed: 1, note: 'ran no tests' })
  // An error outside any test, in a file that cannot be loaded for example.
  if (ending && counts.failed === 0) return finish({ ...counts, failed: 1, note: ending })
  return finish({ ...counts, note: ending })
}

/** How a script of package.json ended: empty if well. */
async function runScript({ name, kind, script }: Suite, report: string): Promise<string> {
  const isAlone = kind !== 'check'
  if (isAlone) console.log(titleOf(name))
  const reporters = {
    check: [],
    build: [],
    vitest: ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    playwright: ['--reporter=list,json'],
  }[kind]
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const words = [...first, 'run', '--silent', script, '--', ...reporters]
  const child = spawn(command, words, {
    cwd: root,
    stdio: ['ignore', isAlone ? 'inherit' : 'pipe', isAlone ? 'inherit' : 'pipe'],
    signal: stopping.signal,
    env: {
      ...process.env,
      PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
  // What several say at a time would not be told apart.
  let said = ''
  child.stdout?.on('data', (text) => (said += text))
  child.stderr?.on('data', (text) => (said += text))
  const ending = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) =>
      resolve(code === 0 ? '' : signal ? `killed by ${signal}` : `exit code ${code}`),
    )
  })
  if (!isAlone) console.log(`${titleOf(name)}\n${said.trimEnd()}`)
  return ending
}

function titleOf(name: string): string {
  return `\n── ${name} ${'─'.repeat(60 - name.length)}`
}

async function readCounts(kind: Suite['kind'], report: string) {
  try {
    const { stats, ...counts } = JSON.parse(await readFile(report, 'utf8'))
    return kind === 'playwright'
      ? { passed: stats.expected + stats.flaky, failed: stats.unexpected }
      : { passed: counts.numPassedTests, failed: counts.numFailedTests }
  } catch {
    return undefined
  }
}
