import { canSeeRegion, type Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { sql, type Sql } from '@/lib/db/sql'
import { Denial } from '@/lib/errors'
import { getGuide } from '@/lib/guidebook/data'
import type { Guide } from '@/lib/guidebook/rules'
import type { Round } from '@/lib/journey/confirmation/rules'
import { ownColumns } from '@/lib/journey/own/columns'
import { type OwnEntryRow, withOwnEntries } from '@/lib/journey/own/rules'
import { isSlug } from '@/lib/regions/places/rules'

/** A region with all it has recorded on its journey. Days are ISO days, instants ISO instants. */
export interface RegionRecord {
  id: string
  slug: string
  name: string
  country: string
  territoryType: string
  timeZone: string
  startedOn: string | null
  edition: number
  kind: string
  /** ISO day as of which the rules last looked at it. */
  asOf: string
  ticks: TickRow[]
  milestones: MilestoneRow[]
  own: OwnEntryRow[]
  /** What closed rounds said of the steps, by closing day. */
  rounds: RoundRow[]
  /** How many pieces of evidence stand, by the id of an item or milestone. */
  evidence: Record<string, number>
}

/** A closed round of one step; those too small to say anything have no level and count for nothing. */
export interface RoundRow extends Round {
  step: string
}

interface Kept {
  step: string
  note: string
  ownerKind: string | null
  ownerSector: string | null
  ownerPartner: string | null
  updatedAt: string
  version: number
}

export interface TickRow extends Kept {
  item: string
  state: 'open' | 'started' | 'done' | 'not_applicable' | 'waived'
  doneOn: string | null
  reason: string
  dueOn: string | null
}

export interface MilestoneRow extends Kept {
  milestone: string
  state: 'planned' | 'reached'
  plannedOn: string | null
  reachedOn: string | null
}

/**
 * Reads region, ticks and milestones in one statement, by slug or id; `also` adds columns of the
 * region `r` to it, each led by a comma.
 * Throws Denial('not-found') for a region that does not exist or is not the viewer's.
 */
export async function readRecord<Also = object>(
  db: Db,
  viewer: Viewer,
  key: { slug: string } | { id: string },
  also?: Sql,
): Promise<RegionRecord & Also> {
  if ('slug' in key && !isSlug(key.slug)) throw new Denial('not-found')
  const isIt = 'slug' in key ? sql`r.slug = ${key.slug}` : sql`r.id = ${key.id}::uuid`
  const [record] = await readWhere<RegionRecord & Also>(db, isIt, also)
  if (!record || !canSeeRegion(viewer, record.id)) throw new Denial('not-found')
  return record
}

/** A region's guide in a language, with what the region has added to it. */
export async function getRegionGuide(
  db: Db,
  { edition, own }: Pick<RegionRecord, 'edition' | 'own'>,
  locale: string,
): Promise<Guide> {
  return withOwnEntries(await getGuide(edition, locale, db), own)
}

/** The same for several regions, still in one statement; those that cannot be seen are left out. */
export function readRecords<Also = object>(
  db: Db,
  ids: string[],
  also?: Sql,
): Promise<(RegionRecord & Also)[]> {
  return readWhere<RegionRecord & Also>(db, sql`r.id = any (${ids}::uuid[])`, also)
}

function readWhere<R>(db: Db, condition: Sql, also = sql``): Promise<R[]> {
  return db.$queryRaw<R[]>`
    select r.id, r.slug, r.name, r.country, r.territory_type "territoryType",
      r.time_zone "timeZone", r.started_on::text "startedOn", r.edition, r.kind,
      (select s.as_of::text from region_summaries s where s.region_id = r.id) "asOf",
      (select coalesce(json_agg(json_build_object(
        'item', t.item, 'step', t.step, 'state', t.state, 'doneOn', t.done_on, 'note', t.note,
        'reason', t.reason, 'ownerKind', t.owner_kind, 'ownerSector', t.owner_sector,
        'ownerPartner', t.owner_partner, 'dueOn', t.due_on, 'updatedAt', t.updated_at,
        'version', t.version)), '[]') from ticks t where t.region_id = r.id) "ticks",
      (select coalesce(json_agg(json_build_object(
        'milestone', m.milestone, 'step', m.step, 'state', m.state, 'plannedOn', m.planned_on,
        'reachedOn', m.reached_on, 'note', m.note, 'ownerKind', m.owner_kind,
        'ownerSector', m.owner_sector, 'ownerPartner', m.owner_partner, 'updatedAt', m.updated_at,
        'version', m.version)), '[]') from milestones m where m.region_id = r.id) "milestones",
      (select coalesce(json_agg(${ownColumns}), '[]')
        from own_entries o where o.region_id = r.id) "own",
      (select coalesce(json_agg(json_build_object('step', s.step, 'closedOn', s.closed_on,
        'kind', case s.kind when 'consensus' then 'consensus' else 'survey' end,
        'respondents', s.respondents, 'organisations', s.organisations, 'sectors', s.sectors,
        'level', coalesce(s.level, 0), 'lowest', coalesce(s.lowest, 0), 'core', coalesce(s.core, 0),
        'differs', s.differs)
        order by s.closed_on, s.round_id), '[]') from round_steps s
        where s.region_id = r.id and s.kind <> 'short') "rounds",
      (select coalesce(json_object_agg(e.entry, e.pieces), '{}') from (select entry,
        count(*) pieces from evidence where region_id = r.id and replaced_by_id is null
        and removed_at is null group by entry) e) "evidence"
      ${also}
    from regions r
    where ${condition} and r.archived_at is null`
}
