import type { Db } from '@/lib/db/as-viewer'
import { prisma } from '@/lib/db/client'

/**
 * The door for lib/jobs, where nobody asks: it reads which regions there are, and with `region` what
 * that one has recorded, and may rewrite what the rules say of it. Changes of that region follow one
 * another, as those of people do. It may take `seconds`.
 */
export function asJob<T>(
  work: (db: Db) => Promise<T>,
  region: string | null = null,
  seconds = 5,
): Promise<T> {
  const carryOut = async (db: Db) => {
    await db.$executeRaw`select
      set_config('app.purpose', 'jobs', true),
      set_config('app.regions', ${region ?? ''}, true),
      pg_advisory_xact_lock(hashtextextended(${region}, 0))`
    return work(db)
  }
  return prisma.$transaction(carryOut, { timeout: seconds * 1000 })
}
