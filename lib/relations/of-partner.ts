import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import {
  canKeepRelation,
  everHeld,
  otherOf,
  type Relation,
  RELATION_KINDS,
  type SaidKind,
  saidBy,
} from '@/lib/relations/rules'

/** A relation as one of the two sees it. */
export interface OwnRelation {
  id: string
  said: SaidKind
  other: { id: string; name: string }
  since: string
  endedOn: string | null
  version: number
  mayChange: boolean
}

export interface PartnerRelations {
  open: OwnRelation[]
  ended: OwnRelation[]
  /** Whom it can be related to, by name; for those who may say so. */
  others: { id: string; name: string }[]
}

/** What one organisation is to others, the closest first, in one statement. */
export async function readPartnerRelations(
  db: Db,
  viewer: Viewer,
  { regionId, id, mayAdd }: { regionId: string; id: string; mayAdd: boolean },
): Promise<PartnerRelations> {
  const [found] = await db.$queryRaw<{ relations: Named[]; others: OwnRelation['other'][] }[]>`
    select
      (select coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'from', r.from_id,
          'to', r.to_id, 'since', r.since, 'endedOn', r.ended_on, 'version', r.version,
          'name', p.name) order by lower(p.name)), '[]')
        from relations r join partners p on p.region_id = r.region_id and p.archived_at is null
          and p.id = case when r.from_id = ${id}::uuid then r.to_id else r.from_id end
        where r.region_id = ${regionId}::uuid and ${id}::uuid in (r.from_id, r.to_id)) relations,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name)
          order by lower(p.name)), '[]')
        from partners p where ${mayAdd} and p.region_id = ${regionId}::uuid
          and p.archived_at is null and p.id <> ${id}::uuid) others`
  const all = (found?.relations ?? []).filter(everHeld).map((relation): OwnRelation => ({
    ...{ id: relation.id, since: relation.since, endedOn: relation.endedOn },
    ...{ version: relation.version, said: saidBy(id, relation) },
    other: { id: otherOf(id, relation), name: relation.name },
    mayChange: canKeepRelation(viewer, regionId, relation),
  }))
  const rank = ({ said }: OwnRelation) =>
    RELATION_KINDS.indexOf(said === 'funded_by' ? 'funds' : said)
  const sorted = all.toSorted((a, b) => rank(a) - rank(b))
  return {
    open: sorted.filter(({ endedOn }) => endedOn === null),
    ended: sorted.filter(({ endedOn }) => endedOn !== null),
    others: found?.others ?? [],
  }
}

type Named = Relation & { name: string }
