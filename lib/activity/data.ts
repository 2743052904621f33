import type { Db } from '@/lib/db/as-viewer'

/** One entry of a region's feed; `actor` is null for someone who is no longer known. */
export interface ActivityEntry {
  id: string
  at: Date
  actor: string | null
  kind: string
  step: string | null
  subject: string
  before: unknown
  after: unknown
}

/** The latest entries of a region, or of one of its steps, newest first: two statements. */
export async function listActivity(
  db: Db,
  regionId: string,
  { take, step }: { take: number; step: string | null },
): Promise<ActivityEntry[]> {
  const entries = await db.activity.findMany({
    where: step ? { regionId, step } : { regionId },
    orderBy: { id: 'desc' },
    take,
  })
  const ids = [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))]
  const people = await db.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  })
  return entries.map(({ id, at, actorId, kind, step: on, subject, before, after }) => {
    const actor = people.find((person) => person.id === actorId)?.name || null
    return { id, at, actor, kind, step: on, subject, before, after }
  })
}
