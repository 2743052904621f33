import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCommand } from '../embedded/postmaster'
import { Problem } from './problem'

/** Refuses a second start on one data folder; the note of a killed one does not count. */
export async function refuseSecondStart(dataDir: string): Promise<void> {
  const [pid, began, url] = (await readNote(dataDir)).split('\n')
  if (!pid || !began || Number(pid) === process.pid) return
  if (!(await readCommand(Number(pid))).includes(began)) return
  throw new Problem(
    `LEP Journey runs from this folder already, at ${url}: use that, or stop it first.`,
  )
}

/** Notes that this process serves from the data folder. */
export function noteRunning(dataDir: string, began: string, url: string): Promise<void> {
  return writeFile(join(dataDir, 'running'), [process.pid, began, url].join('\n'))
}

/** Takes the note away. */
export function forgetRunning(dataDir: string): Promise<void> {
  return rm(join(dataDir, 'running'), { force: true })
}

function readNote(dataDir: string): Promise<string> {
  return readFile(join(dataDir, 'running'), 'utf8').catch(() => '')
}
