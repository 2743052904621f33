import { createHash, randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { makeCode } from '../../lib/consensus/code/rules'
import type { BenchDatabase } from './database'
import { type Figure, median } from './figure'
import type { Product } from './product'

const PHONES = 200
const STATEMENT = 'purpose.statements.purpose-gap'
/** As long as the wall itself gathers what comes in (components/consensus/live-room.tsx). */
const GATHER = 120

interface Room {
  id: string
  code: string
  /** Cookies of the phones in it. */
  phones: string[]
}

/**
 * A whole room votes at once, some twice, each on a phone of its own that listens: what the database
 * then holds, and how long after each vote the wall shows it, all through HTTP.
 */
export async function measureSession(
  product: Product,
  { owner }: BenchDatabase,
): Promise<Figure[]> {
  const room = await openRoom(product, owner)
  const url = `${product.url}/session/${room.code}`
  const streams = await Promise.all(room.phones.map((cookie) => listen(`${url}/live`, cookie)))
  const wall = watchWall(product, room)
  await wall.opened
  const answered: number[] = []
  const vote = async (cookie: string, level: number) => {
    const answer = await fetch(`${url}/room`, {
      method: 'POST',
      headers: { cookie, accept: 'application/json' },
      body: new URLSearchParams({ about: STATEMENT, ballot: '1', level: String(level) }),
    })
    const { outcome } = (await answer.json()) as { outcome: string }
    if (outcome !== 'kept') throw new Error(`A vote was answered ${outcome}.`)
  }
  const began = performance.now()
  await Promise.all(
    room.phones.map(async (cookie, at) => {
      const level = levelOf(at)
      // Every fourth has an impatient thumb.
      await Promise.all(
        at % 4 === 0 ? [vote(cookie, level), vote(cookie, level)] : [vote(cookie, level)],
      )
      answered.push(performance.now())
    }),
  )
  const took = performance.now() - began
  const delays = await wall.delaysOf(answered)
  const { rows } = await owner.query<{ level: number; votes: number }>(
    `select level, count(*)::int votes from consensus_votes where round_id = $1 group by 1 order by 1`,
    [room.id],
  )
  const kept = rows.reduce((sum, { votes }) => sum + votes, 0)
  const wrong = [1, 2, 3, 4, 5].filter(
    (level) =>
      rows.find((row) => row.level === level)?.votes !==
      room.phones.filter((_, at) => levelOf(at) === level).length,
  ).length
  const heard = await reveal(owner, room, streams)
  for (const { close } of streams) close()
  const base = { id: 'session', kind: 'most' } as const
  return [
    {
      ...base,
      what: 'votes lost of 200',
      value: PHONES - kept,
      bar: 0,
      note: `all answered in ${took.toFixed(0)} ms`,
    },
    {
      ...base,
      what: 'levels with a wrong count',
      value: wrong,
      bar: 0,
      note: '50 phones voted twice',
    },
    {
      ...base,
      what: 'wall shows a vote, median in ms',
      value: median(delays),
      bar: 1000,
      note: `slowest ${Math.max(...delays).toFixed(0)} ms, ${wall.looks()} looks`,
    },
    {
      ...base,
      what: 'phones hear the votes shown, median in ms',
      value: median(heard),
      bar: 1000,
      note: `last of 200 after ${Math.max(...heard).toFixed(0)} ms`,
    },
  ]
}

function levelOf(at: number) {
  return (at % 5) + 1
}

/** A session at its first statement, with everybody in the room. */
async function openRoom({ region }: Product, owner: BenchDatabase['owner']): Promise<Room> {
  const id = uuid()
  const code = makeCode(randomBytes(32))
  await owner.query(
    `insert into rounds (region_id, id, kind, state, edition, steps, languages, opened_on)
      values ($1, $2, 'consensus', 'open', 1, '{purpose}', '{en,de}', current_date)`,
    [region.id, id],
  )
  await owner.query(
    `insert into consensus_sessions
      (region_id, round_id, code, language, statements, ballots, phase)
      values ($1, $2, $3, 'en', array[$4], '{1}', 'voting')`,
    [region.id, id, code, STATEMENT],
  )
  const secrets = Array.from({ length: PHONES }, () => randomBytes(32).toString('base64url'))
  const marks = secrets.map((secret) => createHash('sha256').update(secret).digest('hex'))
  await owner.query(
    `insert into consensus_people (region_id, round_id, token, name, organisation, sector)
      select $1, $2, decode(mark, 'hex'), 'Somebody', 'Somewhere', 'business'
      from unnest($3::text[]) mark`,
    [region.id, id, marks],
  )
  return { id, code, phones: secrets.map((secret) => `lep-seat=${secret}`) }
}

/** The wall: hears, looks, and knows when it showed how many votes. */
function watchWall(product: Product, { id }: Room) {
  const { cookie = '' } = product.pages[0] ?? {}
  const path = `/regions/${product.region.slug}/rounds/${id}/wall`
  const shown: { at: number; votes: number }[] = []
  let isLooking = false
  let isStale = false
  const look = async () => {
    if (isLooking) return void (isStale = true)
    isLooking = true
    await new Promise((resolve) => setTimeout(resolve, GATHER))
    isStale = false
    const page = await (await fetch(product.url + path, { headers: { cookie } })).text()
    const votes = Number(/(\d+) of \d+ have voted/.exec(page)?.[1] ?? 0)
    shown.push({ at: performance.now(), votes })
    isLooking = false
    if (isStale) void look()
  }
  const opened = listen(
    `${product.url}/api/live/${product.region.slug}/sessions/${id}`,
    cookie,
    () => void look(),
  )
  return {
    opened,
    looks: () => shown.length,
    /** Milliseconds from each answer until the wall showed as many votes as were answered by then. */
    async delaysOf(answered: readonly number[]) {
      const deadline = performance.now() + 20_000
      while ((shown.at(-1)?.votes ?? 0) < answered.length && performance.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      ;(await opened).close()
      return answered
        .toSorted((a, b) => a - b)
        .map((at, index) => {
          const seen = shown.find(({ votes }) => votes > index)
          return seen ? Math.max(0, seen.at - at) : Infinity
        })
    },
  }
}

/** Shows the votes and gives for each phone the milliseconds until it heard. */
async function reveal(owner: BenchDatabase['owner'], { id }: Room, streams: Stream[]) {
  const began = performance.now()
  await owner.query(
    `update consensus_sessions set phase = 'shown', version = version + 1 where round_id = $1`,
    [id],
  )
  await owner.query('select tell_room($1)', [id])
  return Promise.all(streams.map(async ({ told }) => (await told('"phase":"shown"')) - began))
}

type Stream = Awaited<ReturnType<typeof listen>>

/** A stream of server-sent events that is open. */
async function listen(url: string, cookie: string, hear: () => void = () => {}) {
  const aborting = new AbortController()
  const answer = await fetch(url, { headers: { cookie }, signal: aborting.signal })
  if (answer.status !== 200 || !answer.body) throw new Error(`${url} answers ${answer.status}.`)
  let text = ''
  const wanted: { words: string; resolve: (at: number) => void }[] = []
  const read = async () => {
    for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += part
      if (part.includes('event:')) hear()
      for (const { words, resolve } of wanted) if (text.includes(words)) resolve(performance.now())
    }
  }
  void read().catch(() => undefined)
  return {
    close: () => aborting.abort(),
    told: (words: string) => new Promise<number>((resolve) => wanted.push({ words, resolve })),
  }
}
