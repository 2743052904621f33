import {
  askMany,
  type AskedRound,
  closeByForm,
  fillSheet,
  levelOf,
  type Outcome,
  sendSheet,
} from '../../tests/support/many-answers'
import type { BenchDatabase } from './database'
import { type Figure, median } from './figure'
import type { Product } from './product'

const PEOPLE = 200
/** So many pages are opened at a time before everybody sends at once. */
const WAVE = 20
/** The coordinator closes once so many have their answer. */
const FEW = 20

interface Sent {
  at: number
  outcome: Outcome
  took: number
}

/**
 * 200 people send their sheets at once through the form of their page, every fourth twice: first
 * undisturbed, then while the coordinator closes the round. What the database then holds of them.
 */
export async function measureRound(product: Product, { owner }: BenchDatabase): Promise<Figure[]> {
  const calm = await ask(product, owner)
  const answered = await sendAll(product, calm)
  const { rows } = await owner.query<{ level: number; sheets: number }>(
    `select (min(value))::int level, 1 sheets from round_sheets s, jsonb_each_text(s.answers)
      where s.round_id = $1 group by s.id having count(*) = 5 and min(value) = max(value)`,
    [calm.id],
  )
  const wrong = compare(answered.filter(isKept), (level) => rows.filter(hasLevel(level)).length)

  const closing = await ask(product, owner)
  const cookie = product.pages[0]?.cookie ?? ''
  const halfway = () => closeByForm(product.url + closing.path, cookie)
  const disturbed = await sendAll(product, closing, halfway)
  const kept = disturbed.filter(isKept)
  const results = await owner.query<{ bars: number[] | null }>(
    `select result->'bars' bars from round_results where round_id = $1`,
    [closing.id],
  )
  const half = results.rows.filter(
    ({ bars }) => compare(kept, (level) => bars?.[level - 1] ?? 0) > 0,
  ).length
  const { rows: rounds } = await owner.query<{ state: string; answered: number }>(
    'select state, answered from rounds where id = $1',
    [closing.id],
  )
  const base = { id: 'round', kind: 'most', bar: 0 } as const
  const slowest = (sent: Sent[]) => Math.max(...sent.map(({ took }) => took)).toFixed(0)
  const middle = median(answered.map(({ took }) => took)).toFixed(0)
  return [
    {
      ...base,
      what: 'sheets lost or doubled of 200',
      value: Math.abs(PEOPLE - rows.length) + (PEOPLE - answered.filter(isKept).length),
      note: `median ${middle} ms, slowest ${slowest(answered)} ms, 50 sent twice${listOdd(answered)}`,
    },
    {
      ...base,
      what: 'levels with a wrong count',
      value: wrong,
      note: `${rows.length} whole sheets`,
    },
    {
      ...base,
      what: 'closing: neither counted nor refused',
      value: disturbed.filter((one) => !isKept(one) && one.outcome !== 'closed').length,
      note: `${kept.length} counted, ${PEOPLE - kept.length} refused, slowest ${slowest(disturbed)} ms${listOdd(disturbed)}`,
    },
    {
      ...base,
      what: 'closing: counted, and told otherwise',
      value: rounds[0]?.state === 'closed' ? Math.abs(rounds[0].answered - kept.length) : Infinity,
      note: `${rounds[0]?.answered} in the results`,
    },
    {
      ...base,
      what: 'closing: statements with half an answer',
      value: half + Math.abs(5 - results.rows.length),
      note: 'each level of each statement compared',
    },
  ]
}

function ask({ region }: Product, owner: BenchDatabase['owner']) {
  return askMany((text, values) => owner.query(text, values), region, PEOPLE)
}

/** All send at once; `halfway` happens as soon as the first few have their answer. */
async function sendAll({ url }: Product, round: AskedRound, halfway?: () => Promise<void>) {
  const address = `${url}${round.path}/answer`
  const sheets: FormData[] = []
  for (let first = 0; first < PEOPLE; first += WAVE) {
    const wave = round.cookies.slice(first, first + WAVE)
    const filled = wave.map((cookie, index) => fillSheet(address, cookie, first + index))
    sheets.push(...(await Promise.all(filled)))
  }
  let between: Promise<void> | undefined
  let answered = 0
  const sent = sheets.map(async (sheet, at): Promise<Sent> => {
    const cookie = round.cookies[at] ?? ''
    const began = performance.now()
    // Every fourth has an impatient thumb: one of the two is counted, the other says the same again.
    const times = at % 4 === 0 ? 2 : 1
    const outcomes = await Promise.all(
      Array.from({ length: times }, () => sendSheet(address, cookie, sheet)),
    )
    answered += 1
    if (answered === FEW) between = halfway?.()
    return { at, outcome: pick(outcomes), took: performance.now() - began }
  })
  const all = await Promise.all(sent)
  await between
  return all
}

/** What was answered that should not be, if anything. */
function listOdd(sent: Sent[]): string {
  const odd = new Set(sent.map(({ outcome }) => outcome).filter((one) => one.startsWith('other')))
  return [...odd].map((one) => `; ${one}`).join('')
}

/** Of a form sent twice: counted if one was; never counted twice. */
function pick(outcomes: Outcome[]): Outcome {
  const odd = outcomes.find((one) => one.startsWith('other'))
  if (odd) return odd
  const counted = outcomes.filter((one) => one === 'kept').length
  if (counted > 1) return 'other: counted twice'
  return counted === 1 ? 'kept' : (outcomes[0] ?? 'other: nothing')
}

function isKept({ outcome }: Sent): boolean {
  return outcome === 'kept'
}

function hasLevel(wanted: number) {
  return ({ level }: { level: number }) => level === wanted
}

/** How many levels were not counted as often as they were sent. */
function compare(sent: Sent[], count: (level: number) => number): number {
  return [1, 2, 3, 4, 5].filter(
    (level) => count(level) !== sent.filter(({ at }) => levelOf(at) === level).length,
  ).length
}
