import { type Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canKeepRates } from '@/lib/metrics/access/rules'
import type { Rate } from '@/lib/metrics/rates/rules'
import { readRates, type SheetRate } from '@/lib/metrics/rates/sheet/rules'
import type { BringRates, SetRate } from '@/lib/metrics/rates/schema'
import { noteProgramme } from '@/lib/people/programme/log'
import { readTable } from '@/lib/sheet/read'

export interface RateRow extends Rate {
  currency: string
  author: string | null
}

/** Rates a page shows. */
const SHOWN = 200

/**
 * The latest rates, by currency and day, with how many there are. For the programme's staff,
 * Denial('not-found') to everybody else.
 */
export function listRates(viewer: Viewer) {
  return forKeepers(viewer, async (db) => {
    const rates = await db.$queryRaw<RateRow[]>`
      select r.currency, r.day::text, r.rate::float8 rate, r.source, nullif(u.name, '') author
      from exchange_rates r left join users u on u.id = r.author_id
      order by r.day desc, r.currency limit ${SHOWN}`
    return { rates, all: await db.exchangeRate.count() }
  })
}

/** Sets the rate of a day, in the place of one that was there. Throws Denial('not-found'). */
export function setRate(viewer: Viewer, { currency, day, rate, source }: SetRate) {
  return forKeepers(viewer, (db) => keep(db, viewer, [{ currency, day: day ?? '', rate }], source))
}

/**
 * Takes all rates of a file over, or none. Answers the rows that cannot be read instead, with what is
 * wrong. Throws Denial: not-found, a fault of `file`.
 */
export async function bringRates(viewer: Viewer, { file, source }: BringRates) {
  if (!canKeepRates(viewer)) throw new Denial('not-found')
  // A large file is read while no connection waits for it.
  const { rates, faults } = readRates(await readTable(file))
  if (faults.length > 0) return { faults, kept: 0 }
  if (rates.length === 0) throw new Denial('invalid', 'file:sheetNone')
  await forKeepers(viewer, (db) => keep(db, viewer, rates, source))
  return { faults, kept: rates.length }
}

async function keep(db: Db, viewer: Viewer, rates: readonly SheetRate[], source: string) {
  const columns = {
    currencies: rates.map((it) => it.currency),
    days: rates.map((it) => it.day),
    rates: rates.map((it) => it.rate),
  }
  await db.$executeRaw`
    delete from exchange_rates e
    using unnest(${columns.currencies}::text[], ${columns.days}::date[]) as new (currency, day)
    where e.currency = new.currency and e.day = new.day`
  await db.$executeRaw`
    insert into exchange_rates (currency, day, rate, source, author_id)
    select new.currency, new.day, new.rate, ${source}, ${viewer.userId}::uuid
    from unnest(${columns.currencies}::text[], ${columns.days}::date[], ${columns.rates}::numeric[])
      as new (currency, day, rate)`
  const subject = [...new Set(columns.currencies)].toSorted().join(', ')
  await noteProgramme(db, viewer, { kind: 'rates.set', subject, after: { name: subject, source } })
}

function forKeepers<T>(viewer: Viewer, work: (db: Db) => Promise<T>): Promise<T> {
  if (!canKeepRates(viewer)) return Promise.reject(new Denial('not-found'))
  return asViewer(viewer, work)
}
