import type { Db } from '@/lib/db/as-viewer'
import { prisma } from '@/lib/db/client'

/** The door for lib/auth, before there is a viewer: people, sessions, links and invitations only. */
export function asSignIn<T>(work: (db: Db) => Promise<T>): Promise<T> {
  return prisma.$transaction(async (db) => {
    await db.$executeRaw`select set_config('app.purpose', 'sign-in', true)`
    return work(db)
  })
}

/** The person, programme role and memberships behind a session's hash, or null: one statement. */
export async function findViewerFacts(tokenHash: string): Promise<unknown> {
  const rows = await prisma.$queryRaw<{ viewer: unknown }[]>`
    select find_viewer(${tokenHash}) as viewer`
  return rows[0]?.viewer ?? null
}

/** Whose calendar has this hash, and of which region; null once it, the place or the person is gone. */
export async function findCalendarFacts(tokenHash: string): Promise<unknown> {
  const rows = await prisma.$queryRaw<{ found: unknown }[]>`
    select find_calendar(${tokenHash}) as found`
  return rows[0]?.found ?? null
}

/** Whose own days have this hash; null once the address or the person is gone. */
export async function findOwnCalendarFacts(tokenHash: string): Promise<unknown> {
  const rows = await prisma.$queryRaw<{ found: unknown }[]>`
    select find_own_calendar(${tokenHash}) as found`
  return rows[0]?.found ?? null
}

/** For whom and for which task a mailed address with this hash speaks; null once it is dead. */
export async function findCardFacts(tokenHash: string): Promise<unknown> {
  const rows = await prisma.$queryRaw<{ found: unknown }[]>`
    select find_card(${tokenHash}) as found`
  return rows[0]?.found ?? null
}

/** Throws if the database does not answer. */
export async function pingDatabase(): Promise<void> {
  await prisma.$queryRaw`select 1`
}
