import type { Viewer } from '@/lib/auth/rules'
import { prisma } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { Denial } from '@/lib/errors'

export type Db = Prisma.TransactionClient

/**
 * The only door to the regions' data: one transaction in which row-level security knows who asks.
 * `lock` lets changes of one region follow one another, so that each sees what the last one wrote.
 * Throws Denial('repeated') if the viewer's form was already carried out.
 */
export function asViewer<T>(
  viewer: Viewer,
  work: (db: Db) => Promise<T>,
  { lock }: { lock?: string } = {},
): Promise<T> {
  return prisma.$transaction(async (db) => {
    await introduce(db, viewer, lock ?? null)
    if (viewer.requestKey) await claimKey(db, viewer.userId, viewer.requestKey)
    return work(db)
  })
}

async function introduce(db: Db, viewer: Viewer, lock: string | null) {
  const { memberships } = viewer
  const regions = (wanted: (role: string) => boolean) =>
    memberships
      .filter((m) => wanted(m.role))
      .map((m) => m.regionId)
      .join(',')
  const partners = memberships.flatMap((m) => (m.role === 'partner' && m.partnerId) || []).join(',')
  await db.$executeRaw`select
    set_config('app.user_id', ${viewer.userId}, true),
    set_config('app.programme', ${viewer.programmeRole ?? ''}, true),
    set_config('app.regions', ${regions(() => true)}, true),
    set_config('app.coordinates', ${regions((role) => role === 'coordinator')}, true),
    set_config('app.contributes', ${regions((role) => role !== 'observer')}, true),
    set_config('app.partners', ${partners}, true),
    set_config('app.card', ${viewer.card ?? ''}, true),
    pg_advisory_xact_lock(hashtextextended(${lock}, 0))`
}

async function claimKey(db: Db, userId: string, key: string) {
  const claimed = await db.$executeRaw`
    insert into idempotency_keys (user_id, key) values (${userId}::uuid, ${key}) on conflict do nothing`
  if (claimed === 0) throw new Denial('repeated')
}
