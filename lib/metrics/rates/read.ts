import type { Db } from '@/lib/db/as-viewer'
import { type Rate, rateOn } from '@/lib/metrics/rates/rules'

/** The rate by which money signed on an ISO day is counted; null where the programme has none yet. */
export async function findRate(db: Db, currency: string, day: string): Promise<Rate | null> {
  const rates = await db.$queryRaw<Rate[]>`
    select day::text, rate::float8 rate, source from exchange_rates
    where currency = ${currency} and day <= ${day}::date order by exchange_rates.day desc limit 1`
  return rateOn(rates, day)
}
