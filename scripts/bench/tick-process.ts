// Runs as a process of its own: ticks items as the product does and keeps the SQL that goes out.
import pg from 'pg'
import { tickItem } from '../../lib/journey/ticks'
import { viewerOf } from '../../tests/support/cast'
import type { SentStatement, TickQuestion, TickAnswer } from './tick'

let sent: SentStatement[] = []

// Whatever the product sends passes here: a pool's connections are clients.
const send = pg.Client.prototype.query
pg.Client.prototype.query = new Proxy(send, {
  apply(target, client, args: unknown[]) {
    const [first, second] = args
    if (typeof first === 'string') sent.push({ text: first, values: asValues(second) })
    else if (first && typeof first === 'object' && 'text' in first) {
      const values = 'values' in first ? first.values : second
      sent.push({ text: String(first.text), values: asValues(values) })
    }
    return Reflect.apply(target, client, args)
  },
})

function asValues(values: unknown): unknown[] {
  return Array.isArray(values) ? [...values] : []
}

process.on('message', (question: TickQuestion) => {
  void answer(question).then((found) => process.send?.(found))
})

async function answer({ regionId, userId, items }: TickQuestion): Promise<TickAnswer> {
  const viewer = await viewerOf(userId)
  sent = []
  const began = performance.now()
  for (const item of items) {
    await tickItem(viewer, { regionId, item, state: 'done', reason: '', version: 0 })
  }
  return { milliseconds: performance.now() - began, sent }
}
