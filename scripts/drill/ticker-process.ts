// Runs as a process of its own, the one that is killed: ticks as the product does, all at once, and
// says of each change when it was acknowledged.
import { writeSync } from 'node:fs'
import { Denial } from '../../lib/errors'
import { tickItem } from '../../lib/journey/ticks'
import { viewerOf } from '../../tests/support/cast'
import type { Wanted } from './round'

process.on('message', (wanted: Wanted[]) => {
  void tickAll(wanted).then((failed) => process.send?.(failed))
})

async function tickAll(wanted: Wanted[]): Promise<number> {
  const people = [...new Set(wanted.map(({ userId }) => userId))]
  const viewers = new Map(
    await Promise.all(people.map(async (id) => [id, await viewerOf(id)] as const)),
  )
  const outcomes = await Promise.allSettled(
    wanted.map(async ({ regionId, userId, item }) => {
      const viewer = viewers.get(userId)
      if (!viewer) throw new Error(`Nobody is ${userId}`)
      await insist(() =>
        tickItem(viewer, { regionId, item, state: 'done', reason: '', version: 0 }),
      )
      // At once and whole: what is written to a pipe survives the writer.
      writeSync(1, `${regionId} ${item}\n`)
    }),
  )
  return outcomes.filter(({ status }) => status === 'rejected').length
}

/** 500 at once find the pool full: as people would, each tries again for a while. */
async function insist(change: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await change()
      return
    } catch (error) {
      if (error instanceof Denial || attempt === 40) throw error
    }
  }
}
