import { beforeAll, describe, expect, test } from 'vitest'
import { asViewer } from '@/lib/db/as-viewer'
import { getGuide } from '@/lib/guidebook/data'
import { getJourney } from '@/lib/journey/data'
import { getTimeline } from '@/lib/journey/timeline/data'
import { createWorld, type World } from '../support/cast'
import { sql } from '../support/owner'

// Five years of a busy region: fifty thousand changes of its items and milestones.
const ENTRIES = 50_000

let world: World
let firstDay: string

beforeAll(async () => {
  world = await createWorld()
  const { own } = world
  const { steps } = await getGuide(1, 'en')
  const items = steps.flatMap((step) => step.items.map(({ id }) => ({ id, step: step.slug })))
  await sql(`delete from activities where region_id = $1`, [own.id])
  await sql(
    `insert into ticks (region_id, item, step, state, done_on)
      select $1, i->>'id', i->>'step', 'done', current_date from jsonb_array_elements($2) i
      on conflict do nothing`,
    [own.id, JSON.stringify(items)],
  )
  await sql(
    `insert into activities (region_id, id, at, kind, step, subject, before, after)
      select $1, (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
        moment, 'tick.changed', i->>'step', i->>'id', '{"state": "open"}',
        jsonb_build_object('state', (array['done','open','started'])[1 + n % 3],
          'doneOn', case when n % 3 = 0 then to_char(moment, 'YYYY-MM-DD') end,
          'note', repeat('what was written about it ', 4))
      from generate_series(1, $3::int) n
        cross join lateral (select date_trunc('day', now()) - (5 * 365 * (1 - n / $3::float)) * interval '1 day' as moment) t
        cross join lateral (select lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') h) hex
        join (select i, row_number() over () - 1 as turn from jsonb_array_elements($2) i) list
          on list.turn = (n * 7) % jsonb_array_length($2)`,
    [own.id, JSON.stringify(items), ENTRIES],
  )
  await sql('analyze activities')
  const [first] = await sql<{ day: string }>(
    'select min(at)::date::text as day from activities where region_id = $1',
    [own.id],
  )
  firstDay = first?.day ?? ''
}, 120_000)

/** The middle of several times, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 9; turn++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[4] ?? NaN
}

async function dayAfter(days: number) {
  const [row] = await sql<{ day: string }>('select ($1::date + $2::int)::text as day', [
    firstDay,
    days,
  ])
  return row?.day ?? ''
}

describe('with fifty thousand entries', () => {
  test.each([
    ['the first days', 2],
    ['the middle', 900],
    ['last month', 1790],
  ])('%s are shown in a fraction of a second', async (_, offset) => {
    const { own, viewers } = world
    const on = await dayAfter(offset)
    const past = await getJourney(viewers.observer, own.slug, 'en', { on })
    expect(past.past?.day).toBe(on)
    const took = await timed(() => getJourney(viewers.observer, own.slug, 'en', { on }))
    expect(took).toBeLessThan(400)
  })

  test('today and the timeline do not look through all of them', async () => {
    const { own, viewers } = world
    const home = await timed(() => getJourney(viewers.observer, own.slug, 'en', { profile: true }))
    const timeline = await timed(() => getTimeline(viewers.observer, own.slug, 'en'))
    expect(Math.max(home, timeline)).toBeLessThan(400)
  })

  test('what stood on a day is found by an index', async () => {
    const { own, viewers } = world
    const rows = await asViewer(viewers.observer, (db) =>
      db.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`explain analyze
        with subjects as (select item subject from ticks where region_id = '${own.id}')
        select last.* from subjects s cross join lateral (
          select a.at, a.after from activities a where a.region_id = '${own.id}'
            and a.subject = s.subject and a.at < now() - interval '900 days'
            and a.kind = any ('{tick.changed,milestone.changed}')
          order by a.at desc, a.id desc limit 1) last`),
    )
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).not.toMatch(/Seq Scan on activities/)
    expect(plan).toMatch(/Index Scan[^\n]* on activities/)
  })
})
