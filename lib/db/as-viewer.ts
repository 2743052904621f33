import type { Viewer } from '@/lib/auth/rules'
import { prisma, replica } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { Denial } from '@/lib/errors'
import { log } from '@/lib/log'

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

/**
 * The same door for comparing many regions, which only reads: from the replica where one is set, and
 * from the database itself when the replica does not answer or has to drop what it is asked.
 */
export async function asComparer<T>(viewer: Viewer, read: (db: Db) => Promise<T>): Promise<T> {
  const carryOut = async (db: Db) => {
    await introduce(db, viewer, null)
    return read(db)
  }
  if (replica === prisma) return prisma.$transaction(carryOut)
  try {
    return await replica.$transaction(carryOut)
  } catch (error) {
    if (!isOutOfReach(error)) throw error
    log.warn({ event: 'replica.away' })
    return prisma.$transaction(carryOut)
  }
}

// No connection, none free in time, cut off, too slow, or in the way of what the replica follows.
const OUT_OF_REACH = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034']

function isOutOfReach(error: unknown): boolean {
  return error instanceof Error && 'code' in error && OUT_OF_REACH.includes(String(error.code))
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
