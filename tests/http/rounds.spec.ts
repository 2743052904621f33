import { expect, test } from '@playwright/test'
import { createSignedIn } from '../support/http'
import {
  askMany,
  type AskedRound,
  closeByForm,
  fillSheet,
  levelOf,
  sendSheet,
} from '../support/many-answers'
import { sql } from '../support/owner'

const PEOPLE = 40
const host = () => process.env.LEP_TEST_URL ?? ''

/** Everybody's sheet, filled in and not sent. */
function fillAll({ path, cookies }: AskedRound) {
  const address = `${host()}${path}/answer`
  return Promise.all(
    cookies.map(async (cookie, at) => {
      const sheet = await fillSheet(address, cookie, at)
      return { at, send: () => sendSheet(address, cookie, sheet) }
    }),
  )
}

test('forty people send at once, some twice, and each is counted once and whole', async () => {
  const world = await createSignedIn()
  const round = await askMany(sql, world.own, PEOPLE)
  const sheets = await fillAll(round)
  const outcomes = await Promise.all(
    sheets.map(async ({ at, send }) =>
      // Every fourth has an impatient thumb.
      at % 4 === 0 ? (await Promise.all([send(), send()])).toSorted().join() : send(),
    ),
  )
  expect([...new Set(outcomes)].toSorted()).toEqual(['corrected,kept', 'kept'])
  const counted = await sql(
    `select value::int level, count(*)::int answers from round_sheets, jsonb_each_text(answers)
      where round_id = $1 group by 1 order by 1`,
    [round.id],
  )
  expect(counted).toEqual([1, 2, 3, 4, 5].map((level) => ({ level, answers: (PEOPLE / 5) * 5 })))
  expect(await sql('select 1 from round_sheets where round_id = $1', [round.id])).toHaveLength(
    PEOPLE,
  )
})

test('closing in the middle counts a sheet whole or refuses it politely', async () => {
  const world = await createSignedIn()
  const round = await askMany(sql, world.own, PEOPLE)
  const sheets = await fillAll(round)
  let answered = 0
  let closing: Promise<void> | undefined
  const close = () => closeByForm(`${host()}${round.path}`, world.cookies.coordinator)
  const outcomes = await Promise.all(
    sheets.map(async ({ at, send }) => {
      const outcome = await send()
      answered += 1
      if (answered === 5) closing = close()
      return { at, outcome }
    }),
  )
  await closing
  for (const { outcome } of outcomes) expect(['kept', 'closed']).toContain(outcome)
  const kept = outcomes.filter(({ outcome }) => outcome === 'kept')
  const bars = [1, 2, 3, 4, 5].map((level) => kept.filter(({ at }) => levelOf(at) === level).length)
  const [found] = await sql('select state, asked, answered from rounds where id = $1', [round.id])
  expect(found).toEqual({ state: 'closed', asked: PEOPLE, answered: kept.length })
  const results = await sql<{ result: { answers: number | null; bars: number[] | null } }>(
    'select result from round_results where round_id = $1',
    [round.id],
  )
  expect(results).toHaveLength(5)
  for (const { result } of results) {
    if (kept.length >= 10) expect(result).toMatchObject({ answers: kept.length, bars })
    else expect(result.bars).toHaveLength(kept.length >= 5 ? 3 : 0)
  }
  expect(await sql('select 1 from round_sheets where round_id = $1', [round.id])).toEqual([])
})
