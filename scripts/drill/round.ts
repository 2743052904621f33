import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { ask, listSettings, startProgram } from '../bench/process'
import { addScene, listItems } from '../bench/scene'

export type Wanted = { regionId: string; userId: string; item: string }
/** What a check after a crash found: keys of ticks that are there, and sentences about halves. */
export type Found = { ticked: string[]; halves: string[] }
export type Victim = 'app' | 'database'
/** What one crash did. */
export type Outcome = { victim: Victim; acknowledged: number; lost: number; halves: string[] }

type Urls = { ownerUrl: string; appUrl: string }

const TICKS = 500
const REGIONS = 20

const ticker = fileURLToPath(new URL('./ticker-process.ts', import.meta.url))
const checker = fileURLToPath(new URL('./check-process.ts', import.meta.url))

/**
 * Sets off 500 ticks at once, crashes the victim in the midst of them, and compares what was
 * acknowledged with what is there once everything runs again.
 *
 * @param crashDatabase kills PostgreSQL
 * @param restart starts PostgreSQL again if it is gone, and says where it is
 */
export async function runRound(
  victim: Victim,
  urls: Urls,
  crashDatabase: () => Promise<void>,
  restart: () => Promise<Urls>,
): Promise<Outcome> {
  const wanted = await prepare(urls.ownerUrl)
  const acknowledged: string[] = []
  const app = startProgram(ticker, listSettings(urls))
  const ended = once(app, 'exit')
  const drained = app.stdout ? once(app.stdout, 'close') : Promise.resolve()
  // Each round strikes at another moment.
  const strikeAt = 30 + Math.floor(Math.random() * (TICKS * 0.6))
  const struck = new Promise<void>((resolve) => {
    let rest = ''
    app.stdout?.on('data', (text: Buffer) => {
      const lines = (rest + text.toString()).split('\n')
      rest = lines.pop() ?? ''
      acknowledged.push(...lines)
      if (acknowledged.length >= strikeAt) resolve()
    })
    // Fewer were let in before they gave up waiting: then the moment is now.
    app.once('message', () => resolve())
  })
  app.send(wanted)
  await Promise.race([struck, ended])
  if (victim === 'database') await crashDatabase()
  app.kill('SIGKILL')
  await Promise.all([ended, drained])
  const found = await check(await restart(), wanted)
  const present = new Set(found.ticked)
  const lost = acknowledged.filter((key) => !present.has(key)).length
  return { victim, acknowledged: acknowledged.length, lost, halves: found.halves }
}

async function prepare(ownerUrl: string): Promise<Wanted[]> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const items = await listItems(owner)
    const wanted: Wanted[] = []
    for (let region = 0; region < REGIONS; region++) {
      const scene = await addScene(owner)
      const own = items.slice(0, TICKS / REGIONS)
      wanted.push(...own.map((item) => ({ ...scene, item })))
    }
    // So that regions compete for connections as people do.
    return wanted.sort((a, b) => a.item.localeCompare(b.item))
  } finally {
    await owner.end()
  }
}

async function check(urls: Urls, wanted: Wanted[]): Promise<Found> {
  const program = startProgram(checker, listSettings(urls))
  try {
    const ids = [...new Set(wanted.map(({ regionId }) => regionId))]
    return await ask<Found>(program, ids)
  } finally {
    program.kill()
  }
}
