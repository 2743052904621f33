import { randomInt } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { keeping, note } from '@/lib/metrics/keeping'
import { counts, kindsOf, stateOfShares } from '@/lib/metrics/lines/rules'
import type { AddLine, AdvanceLine, DropLine } from '@/lib/metrics/lines/schema'
import { findRate } from '@/lib/metrics/rates/read'
import { toEuros } from '@/lib/metrics/rates/rules'

/**
 * Adds a training, a lab or a financing line. Throws Denial: not-found, forbidden, faults of the day,
 * what is missing, the rate, and of a joint line's key and share.
 */
export function addLine(viewer: Viewer, input: AddLine) {
  const { regionId, metric, title, fromYear, toYear, kind } = input
  return keeping({ viewer, regionId }, async (db, { timeZone }) => {
    const day = pastDay(input.day, timeZone)
    const isMoney = metric === 'funding_leveraged'
    if (metric === 'trainings_delivered' && !(input.learners && Number.isInteger(input.learners))) {
      throw new Denial('invalid', 'learners:learners')
    }
    if (isMoney && !input.amount) throw new Denial('invalid', 'amount:required')
    if (isMoney && input.stage === '') throw new Denial('invalid', 'stage:required')
    if (fromYear && toYear && fromYear > toYear) throw new Denial('invalid', 'toYear:year')
    const money = isMoney
      ? {
          ...{ stage: input.stage, amount: input.amount, currency: input.currency },
          ...{ fromYear, toYear: toYear ?? fromYear },
          ...(counts({ metric, stage: input.stage }) &&
            (await asEuros(db, { ...input, day, amount: input.amount ?? 0 }))),
        }
      : {}
    const id = uuid()
    await db.metricLine.createMany({
      data: [
        {
          ...{ regionId, id, metric, title, day: new Date(day), authorId: viewer.userId },
          ...{ kind: kindsOf(metric).includes(kind) ? kind : '', ...money },
          learners: metric === 'trainings_delivered' ? input.learners : null,
          ...(await joinOthers(db, input)),
        },
      ],
    })
    await note(db, viewer, regionId, { kind: 'line.added', subject: metric, after: { title } })
  })
}

/**
 * An application is signed, or money has come. What is signed counts from that day on, at its rate.
 * Throws Denial: not-found, forbidden, faults of day and rate.
 */
export function advanceLine(viewer: Viewer, input: AdvanceLine) {
  const { regionId, id, stage } = input
  return keeping({ viewer, regionId }, async (db, { timeZone }) => {
    const line = await db.metricLine.findFirst({ where: { regionId, id } })
    if (line?.stage !== (stage === 'secured' ? 'applied' : 'secured')) throw new Denial('not-found')
    const day = stage === 'secured' ? pastDay(input.day, timeZone) : null
    const amount = Number(line.amount)
    const { currency, title, metric } = line
    const signed = day
      ? { day: new Date(day), ...(await asEuros(db, { ...input, day, currency, amount })) }
      : {}
    await db.metricLine.updateMany({ where: { regionId, id }, data: { stage, ...signed } })
    await note(db, viewer, regionId, {
      ...{ kind: `line.${stage}`, subject: metric, after: { title } },
    })
  })
}

/** Takes a line off. Throws Denial: not-found, forbidden. */
export function dropLine(viewer: Viewer, { regionId, id }: DropLine) {
  return keeping({ viewer, regionId }, async (db) => {
    const line = await db.metricLine.findFirst({ where: { regionId, id } })
    if (!line) throw new Denial('not-found')
    await db.metricLine.deleteMany({ where: { regionId, id } })
    const { metric: subject, title } = line
    await note(db, viewer, regionId, { kind: 'line.dropped', subject, before: { title } })
  })
}

/** What is planned does not count yet. */
function pastDay(day: string | null, timeZone: string): string {
  if (day === null) throw new Denial('invalid', 'day:required')
  if (day > dayIn(timeZone, new Date())) throw new Denial('invalid', 'day:past')
  return day
}

interface Signed {
  day: string
  amount: number
  currency: string
  rate: number | null
  rateSource: string
}

/** The programme's rate of the day, else the one given with its source; never a guess. */
async function asEuros(db: Db, { day, amount, currency, rate, rateSource }: Signed) {
  if (currency === 'EUR') return { euros: amount }
  const found = await findRate(db, currency, day)
  if (!found && rate === null) throw new Denial('invalid', 'rate:noRate')
  if (!found && rateSource === '') throw new Denial('invalid', 'rateSource:required')
  const used = found ?? { day, rate: rate ?? 1, source: rateSource }
  return {
    ...{ euros: toEuros(amount, used.rate), rate: used.rate },
    ...{ rateOn: fromDay(used.day), rateSource: used.source },
  }
}

const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** 75 bits: nobody meets another key by chance. */
function makeKey(): string {
  const letters = Array.from({ length: 15 }, () => LETTERS[randomInt(LETTERS.length)])
  return [0, 5, 10].map((from) => letters.slice(from, from + 5).join('')).join('-')
}

/** The key and the share of a joint line: a new key, or one that another region has told. */
async function joinOthers(db: Db, { regionId, metric, joint, ...given }: AddLine) {
  if (!joint) return { jointKey: null, share: 100 }
  const { share } = given
  if (share === null || share <= 0 || share > 100) throw new Denial('invalid', 'share:share')
  const told = given.jointKey.toUpperCase()
  if (told === '') return { jointKey: makeKey(), share }
  // Two regions that join at once come one after the other, lest both take the last part.
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${told}, 1))`
  const [known] = await db.$queryRaw<{ total: number; regions: number; own: boolean }[]>`
    select j.total::float8 total, j.regions, exists (select from metric_lines l
      where l.region_id = ${regionId}::uuid and l.joint_key = ${told}) own
    from joint_shares(${metric}, ${told}) j`
  if (!known || known.regions === 0) throw new Denial('invalid', 'jointKey:jointKey')
  if (known.own) throw new Denial('invalid', 'jointKey:jointOwn')
  if (stateOfShares([known.total, share]) === 'over') throw new Denial('invalid', 'share:shareOver')
  return { jointKey: told, share }
}
