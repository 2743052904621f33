import { execFile } from 'node:child_process'
import { readdir, readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a running server says about itself in its data folder. */
export type Postmaster = { pid: number; port: number; isReady: boolean }

/** The server that runs on a data folder, if one does. Left-over notes of a dead one are removed. */
export async function findPostmaster(dataDir: string): Promise<Postmaster | undefined> {
  const noted = await readNote(dataDir)
  if (!noted || !isSignalled(noted.pid)) return undefined
  const command = await readCommand(noted.pid)
  if (command.includes('postgres') && command.includes(dataDir)) return noted
  // Another program has the number now, after a restart of the machine for example, or nobody has
  // collected the dead process yet. PostgreSQL would take it for the server and refuse to start.
  await endOrphans(dataDir)
  await rm(join(dataDir, 'postmaster.pid'), { force: true })
  return undefined
}

/** Processes of a killed server may still write: two servers on one folder would destroy it. */
async function endOrphans(dataDir: string): Promise<void> {
  for (let round = 0; ; round++) {
    const orphans = await listProcessesIn(dataDir)
    if (orphans.length === 0) return
    if (round > 50) orphans.forEach(kill)
    await sleep(100)
  }
}

async function readNote(dataDir: string): Promise<Postmaster | undefined> {
  try {
    const lines = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8')).split('\n')
    const pid = Number(lines[0])
    return pid ? { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' } : undefined
  } catch {
    return undefined
  }
}

/** Whether a process runs; a dead one that nobody has collected does not. */
export async function isAlive(pid: number): Promise<boolean> {
  if (!isSignalled(pid)) return false
  return process.platform !== 'linux' || (await readCommand(pid)) !== ''
}

function isSignalled(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The command line of a process; empty if it cannot be read. */
export async function readCommand(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux') {
      const words = await readFile(`/proc/${pid}/cmdline`, 'utf8')
      return words.replaceAll('\0', ' ')
    }
    return (await run('ps', ['-o', 'command=', '-p', `${pid}`])).stdout
  } catch {
    return ''
  }
}

/** Ends a server in order: open transactions are rolled back, everything is written. */
export async function stopPostmaster(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  while (await isAlive(pid)) await sleep(20)
}

/** Ends a server and all its processes at once, as a power cut would. Linux only for the children. */
export async function crashPostmaster(pid: number): Promise<void> {
  const children = await listChildren(pid)
  for (const victim of [pid, ...children]) kill(victim)
  while (await isAlive(pid)) await sleep(10)
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has already gone.
  }
}

async function listChildren(parent: number): Promise<number[]> {
  const parents = await Promise.all(
    (await listProcesses()).map(async (pid) => {
      const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      return { pid, parent: Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) }
    }),
  )
  return parents.filter((process) => process.parent === parent).map((process) => process.pid)
}

async function listProcessesIn(folder: string): Promise<number[]> {
  const places = await Promise.all(
    (await listProcesses()).map(async (pid) => {
      return { pid, place: await readlink(`/proc/${pid}/cwd`).catch(() => '') }
    }),
  )
  return places.filter(({ place }) => place === folder).map(({ pid }) => pid)
}

async function listProcesses(): Promise<number[]> {
  if (process.platform !== 'linux') return []
  return (await readdir('/proc')).map(Number).filter(Number.isInteger)
}
