import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'

export type NotedFacts = Record<string, string | boolean | null | string[]>

export interface PartnerNote {
  regionId: string
  id: string
  kind: string
  before?: NotedFacts
  after: NotedFacts
  /** Shared by all that is done at once. */
  batch?: string
}

/** Writes what was done to partners into the region's activity. */
export async function notePartner(db: Db, viewer: Viewer, ...notes: PartnerNote[]) {
  await db.activity.createMany({
    data: notes.map(({ id, ...note }) => ({ ...note, actorId: viewer.userId, subject: id })),
  })
}
