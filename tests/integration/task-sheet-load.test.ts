import { stringify } from 'csv-stringify/sync'
import { expect, test } from 'vitest'
import { taskFilterSchema } from '@/lib/tasks/schema'
import { exportTasks } from '@/lib/tasks/sheet/export'
import { keepTasks } from '@/lib/tasks/sheet/keep'
import { lookAtTasks } from '@/lib/tasks/sheet/preview'
import { keepTasksSchema } from '@/lib/tasks/sheet/schema'
import { createWorld } from '../support/cast'
import { sql } from '../support/owner'

const COUNT = 2000

/** A transaction is ended after 5 s, whatever it does; half of that leaves room for slow machines. */
const MOST_MS = 2500

test('2,000 tasks come in, change and go out well within the time a transaction has', async () => {
  const { own, viewers } = await createWorld()
  const { coordinator: viewer } = viewers
  const [partner] = await sql<{ name: string }>('select name from partners where id = $1', [
    own.partner,
  ])
  const times: Record<string, number> = {}
  const timed = async <T>(what: string, work: () => Promise<T>) => {
    const start = performance.now()
    const done = await work()
    times[what] = Math.round(performance.now() - start)
    return done
  }
  const look = (what: string, body: string | Buffer) =>
    timed(what, () => {
      const file = new File([typeof body === 'string' ? body : Uint8Array.from(body)], 'a.csv')
      return lookAtTasks(viewer, { regionId: own.id, file }, 'en')
    })
  const keep = (what: string, changes: string | null) =>
    timed(what, () => keepTasks(viewer, keepTasksSchema.parse({ regionId: own.id, changes })))
  const take = (format: 'csv' | 'xlsx') =>
    timed(`export ${format}`, async () => {
      const filter = taskFilterSchema.parse({ state: 'all', q: 'Numbers' })
      return (await exportTasks(viewer, own.slug, 'en', { format, filter })).body
    })

  const rows = Array.from({ length: COUNT }, (_, row) => [
    ...[`Numbers ${row}`, 'When they are in', '1', partner?.name, '2031-02-03'],
  ])
  const header = ['task', 'done when', 'step', 'organisations', 'wanted by']
  const fresh = await look('preview new', stringify([header, ...rows]))
  expect(await keep('save new', fresh.changes)).toMatchObject({ count: COUNT })
  expect(await sql('select id from tasks where title like $1', ['Numbers %'])).toHaveLength(COUNT)
  const sheet = await take('csv')
  const changed = await look(
    'preview changed',
    sheet.toString().replaceAll('2031-02-03', '2031-03-04'),
  )
  expect(changed.headline).toBe('2,000 tasks change. Nothing is saved yet.')
  expect(await keep('save changed', changed.changes)).toMatchObject({ count: COUNT })
  const book = await take('xlsx')
  expect(await look('preview of the spreadsheet', book)).toMatchObject({ rows: [] })
  const longest = Math.max(times['save new'] ?? 0, times['save changed'] ?? 0)
  expect(longest, JSON.stringify(times)).toBeLessThan(MOST_MS)
}, 60_000)
