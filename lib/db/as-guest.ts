import { prisma } from '@/lib/db/client'

/**
 * The door of a consensus session for phones without an account: nobody is minted, no row can be
 * read. Five functions of the database answer, to the code of the wall and a token's hash alone.
 */
export async function findRoomFacts(code: string): Promise<unknown> {
  const rows = await prisma.$queryRaw<{ room: unknown }[]>`select find_room(${code}) room`
  return rows[0]?.room ?? null
}

/** What is known of the seat that a token opens; null once it or the session is gone. */
export async function findSeatFacts(code: string, mark: Uint8Array): Promise<unknown> {
  const rows = await prisma.$queryRaw<{ seat: unknown }[]>`
    select find_seat(${code}, ${mark}) seat`
  return rows[0]?.seat ?? null
}

/** What everybody in a room may know of it. */
export async function watchRoomFacts(roundId: string): Promise<unknown> {
  const rows = await prisma.$queryRaw<{ room: unknown }[]>`
    select watch_room(${roundId}::uuid) room`
  return rows[0]?.room ?? null
}

interface Guest {
  code: string
  mark: Uint8Array
  name: string
  partner: string | null
  organisation: string
  sector: string | null
}

/** Takes a seat: 'in', 'full', 'gone', or 'organisation' for one that is not on the list. */
export async function enterRoomAs({ code, mark, ...guest }: Guest): Promise<string> {
  const { name, partner, organisation, sector } = guest
  const rows = await prisma.$queryRaw<{ answer: string }[]>`
    select enter_room(${code}, ${mark}, ${name}, ${partner}::uuid, ${organisation}, ${sector}) answer`
  return rows[0]?.answer ?? 'gone'
}

interface Vote {
  code: string
  mark: Uint8Array
  about: string
  ballot: number
  level: number
}

/** Takes a vote: 'kept', 'late' when the room has gone on, 'gone' without a seat. */
export async function castVoteAs({ code, mark, about, ballot, level }: Vote): Promise<string> {
  const rows = await prisma.$queryRaw<{ answer: string }[]>`
    select cast_vote(${code}, ${mark}, ${about}, ${ballot}::int, ${level}::int) answer`
  return rows[0]?.answer ?? 'gone'
}
