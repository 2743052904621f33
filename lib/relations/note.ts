import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import type { Pair } from '@/lib/relations/rules'

/** What stands of a relation in the activity. */
export interface RelationFacts {
  relation: Pair['kind']
  relationSince: string
  relationEndedOn: string | null
}

export interface RelationNote {
  id: string
  kind: 'relation.added' | 'relation.changed' | 'relation.ended' | 'relation.never'
  /** Both organisations by name; the one that funds comes first. */
  between: string
  before?: RelationFacts
  after: RelationFacts
}

/** Writes what was done to relations into the region's activity, as one batch where several. */
export async function noteRelations(
  db: Db,
  viewer: Viewer,
  regionId: string,
  notes: readonly RelationNote[],
  batch?: string,
) {
  await db.activity.createMany({
    data: notes.map(({ id, kind, between, before, after }) => ({
      ...{ regionId, actorId: viewer.userId, kind, subject: id },
      ...(batch !== undefined && { batch }),
      ...(before && { before: { between, ...before } }),
      after: { between, ...after },
    })),
  })
}
