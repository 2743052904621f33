/** Something happened in a region; ids only. */
export interface News {
  regionId: string
  activityId: string
  /** Null when nobody did it: the product itself, or someone who is no longer known. */
  actorId: string | null
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const PAYLOAD = new RegExp(`^(${UUID}) (${UUID})(?: (${UUID}))?$`)

/** What the database says in one notification; null when it says something else. */
export function readNews(payload: string | undefined): News | null {
  const [, regionId, activityId, actorId = null] = PAYLOAD.exec(payload ?? '') ?? []
  return regionId && activityId ? { regionId, activityId, actorId } : null
}

/** What a page is told: when by the server's clock, what, and whether its own reader did it. */
export interface Change {
  at: string
  /** Null when it is not known what was missed. */
  activity: string | null
  own: boolean
}

/** What several pieces of news amount to for one reader; own only if all of it was. */
export function sumUp(news: readonly News[], readerId: string, at: Date): Change {
  return {
    at: at.toISOString(),
    activity: news.at(-1)?.activityId ?? null,
    own: news.length > 0 && news.every(({ actorId }) => actorId === readerId),
  }
}

export type EventName = 'hello' | 'changed' | 'bye'

/** One server-sent event. */
export function formatEvent(name: EventName, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}

/** A comment that keeps the way open and says nothing. */
export const HEARTBEAT = ': here\n\n'

/** Milliseconds to wait before the n-th try, n from 0: doubling up to `most`, spread by chance 0–1. */
export function pauseBefore(
  attempt: number,
  { least, most, chance }: { least: number; most: number; chance: number },
): number {
  const full = Math.min(most, least * 2 ** attempt)
  return Math.round(full / 2 + (full / 2) * chance)
}

/** Which seat the next stream takes; a browser holds few, and a process so many. */
export function hasSeat(taken: { byUser: number; inAll: number }): boolean {
  return taken.byUser < 8 && taken.inAll < 1000
}
