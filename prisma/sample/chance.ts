import { createHash } from 'node:crypto'
import { v7 } from 'uuid'

/** Numbers that look random and are the same for the same seed. */
export type Chance = {
  /** A whole number from 0 up to, but without, the limit. */
  below: (limit: number) => number
  pick: <T>(list: readonly [T, ...T[]]) => T
  /** An id that sorts by its instant. */
  id: (at: Date) => string
}

/** Makes a stream of numbers from a seed (mulberry32). */
export function chanceFrom(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32LE()
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    id: (at) =>
      v7({
        msecs: at.getTime(),
        seq: 0,
        random: Uint8Array.from({ length: 16 }, () => below(256)),
      }),
  }
}
