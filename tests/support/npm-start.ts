import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { findFreePort } from '../../scripts/embedded/ports'
import { findPostmaster, isAlive, readCommand } from '../../scripts/embedded/postmaster'

const run = promisify(execFile)

/** One `npm start` at somebody's terminal. */
export type Start = {
  child: ChildProcess
  url: string
  /** What the terminal shows: all of it, and what of it are complaints. */
  read: () => { output: string; errors: string }
  /** Resolves with the exit code when the command has ended. */
  ended: Promise<number | null>
}

/** Types `npm start` in a folder; settings are what the environment says besides. */
export async function typeStart(folder: string, settings: Record<string, string> = {}) {
  const port = settings.PORT ?? String(await findFreePort())
  const { PATH, HOME, TMPDIR } = process.env
  // A group of its own, as a terminal makes one: Ctrl-C reaches all of it.
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: folder,
    env: { PATH, HOME, TMPDIR, PORT: port, NODE_ENV: 'production', ...settings },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [shown, complained]: [string[], string[]] = [[], []]
  child.stdout.on('data', (text: Buffer) => shown.push(text.toString()))
  child.stderr.on('data', (text: Buffer) => [shown, complained].map((to) => to.push(String(text))))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const read = () => ({ output: shown.join(''), errors: complained.join('').trim() })
  return { child, url: `http://localhost:${port}`, read, ended } satisfies Start
}

/** Waits for the greeting; fails with what was said instead. */
export async function untilGreeted({ read, ended }: Start): Promise<void> {
  let hasEnded = false
  void ended.then(() => (hasEnded = true))
  await until('it is ready', () => {
    if (hasEnded) throw new Error(`It ended instead: ${read().output}`)
    return read().output.includes('LEP Journey is ready at')
  })
}

/** Waits for something to come true, half a minute at most. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 30_000
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Half a minute went by until ${what}.`)
    await sleep(50)
  }
}

/** The processes that serve from a folder, by their part. */
export async function findProcesses(folder: string) {
  const note = await readFile(join(folder, '.data/running'), 'utf8')
  const supervisor = Number(note.split('\n')[0])
  const children = await listChildren(supervisor)
  const commands = await Promise.all(children.map(readCommand))
  const app = children.find((_, index) => commands[index]?.includes('next'))
  const database = await findPostmaster(join(folder, '.data/postgres'))
  if (!app || !database) throw new Error('Not everything is running.')
  return { supervisor, app, database: database.pid }
}

async function listChildren(pid: number): Promise<number[]> {
  const text =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
      : (await run('pgrep', ['-P', `${pid}`])).stdout
  return text.split(/\s+/).filter(Boolean).map(Number)
}

/** Those of some processes that still run. */
export async function listAlive(processes: Record<string, number>): Promise<string[]> {
  const names = Object.keys(processes)
  const alive = await Promise.all(Object.values(processes).map(isAlive))
  return names.filter((_, index) => alive[index])
}
