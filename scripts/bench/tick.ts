import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type BenchDatabase, countStatements } from './database'
import { type Figure, median } from './figure'
import { ask, listSettings, startProgram } from './process'
import { addScene, listItems, type Scene } from './scene'

export type SentStatement = { text: string; values: unknown[] }
export type TickQuestion = Scene & { items: string[] }
export type TickAnswer = { milliseconds: number; sent: SentStatement[] }

const ROUNDS = 7

/**
 * P3: ticks a region's items one after the other, then sends the very same statements again as
 * prepared SQL from one client, after putting the region back to how it was.
 */
export async function measureTick(database: BenchDatabase): Promise<Figure[]> {
  const { owner, appUrl } = database
  const items = await listItems(owner)
  const script = fileURLToPath(new URL('./tick-process.ts', import.meta.url))
  const program = startProgram(script, listSettings(database))
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  try {
    const warm = await addScene(owner)
    await ask<TickAnswer>(program, { ...warm, items })
    const counted = await addScene(owner)
    const [item = ''] = items
    const count = await countStatements(owner, () =>
      ask<TickAnswer>(program, { ...counted, items: [item] }),
    )
    const times = { product: [] as number[], prepared: [] as number[] }
    for (let round = 0; round < ROUNDS; round++) {
      const scene = await addScene(owner)
      const { milliseconds, sent } = await ask<TickAnswer>(program, { ...scene, items })
      await putBack(owner, scene)
      const replayed = await replay(client, sent)
      await checkReplay(owner, scene, items.length)
      times.product.push(milliseconds / items.length)
      times.prepared.push(replayed / items.length)
    }
    const [product, prepared] = [median(times.product), median(times.prepared)]
    const note = `${product.toFixed(2)} ms a tick, ${prepared.toFixed(2)} ms as prepared SQL`
    const same = { id: 'P3', note } as const
    return [
      {
        ...same,
        what: 'statements of a tick',
        value: count,
        bar: 8,
        kind: 'most',
        note: 'at the server',
      },
      {
        ...same,
        what: 'ticks: rate against prepared SQL',
        value: prepared / product,
        bar: 0.25,
        kind: 'least',
      },
    ]
  } finally {
    await client.end()
    program.kill()
  }
}

async function putBack(owner: pg.Pool, { regionId }: Scene) {
  for (const table of ['ticks', 'activities', 'step_records', 'region_summaries']) {
    await owner.query(`delete from ${table} where region_id = $1`, [regionId])
  }
}

async function replay(client: pg.Client, sent: SentStatement[]): Promise<number> {
  const named = sent.map(({ text, values }) => {
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
    return { name, text, values }
  })
  const began = performance.now()
  for (const statement of named) await client.query(statement)
  return performance.now() - began
}

/** A replay that wrote less would be no measure. */
async function checkReplay(owner: pg.Pool, { regionId }: Scene, wanted: number) {
  const { rows } = await owner.query<{ ticks: number; activities: number }>(
    `select (select count(*)::int from ticks where region_id = $1) ticks,
      (select count(*)::int from activities
        where region_id = $1 and kind = 'tick.changed') activities`,
    [regionId],
  )
  const [found] = rows
  if (found?.ticks === wanted && found.activities === wanted) return
  throw new Error(
    `The prepared statements wrote ${JSON.stringify(found)} instead of ${wanted} ticks.`,
  )
}
