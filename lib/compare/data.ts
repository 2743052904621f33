import { seesAllRegions, type Viewer } from '@/lib/auth/rules'
import { cutPage } from '@/lib/compare/rules'
import type { CompareQuery } from '@/lib/compare/schema'
import { asComparer } from '@/lib/db/as-viewer'
import { joinSql, sql, type Sql } from '@/lib/db/sql'
import { Denial } from '@/lib/errors'
import { nameKey } from '@/lib/journey/projection/rules'
import type { StepState } from '@/lib/journey/rules'
import type { NeedLine } from '@/lib/needs/lines/rules'

const PAGE_SIZE = 25

export interface ComparedRegion {
  id: string
  key: string
  slug: string
  name: string
  country: string
  territoryType: 'city' | 'region' | 'interregional'
  kind: string
  startedOn: string | null
  stage: 0 | 1 | 2 | 3 | 4
  reachedStep: number
  states: StepState[]
  progress: number[]
  need: NeedLine | null
  lastEntryOn: string | null
  /** Somebody who may sign in coordinates it. */
  coordinated: boolean
}

/**
 * One page of all regions from their summaries, in one statement, alphabetical or by the time of
 * the last entry, never by level. Throws Denial('not-found') for all but staff and administrators.
 */
export async function compareRegions(viewer: Viewer, query: CompareQuery) {
  if (!seesAllRegions(viewer)) throw new Denial('not-found')
  const found = await asComparer(viewer, (db) => db.$queryRaw<ComparedRegion[]>(select(query)))
  return cutPage(found, PAGE_SIZE, { back: query.at?.back ?? false, begun: query.at !== null })
}

/** The statement behind a page; a page and one row more, which says whether there is a next one. */
function select(query: CompareQuery): Sql {
  const { order, at } = query
  const ascending = (order === 'name-desc') === (at?.back ?? false)
  const sort = order === 'quiet' ? sql`last_entry_on` : sql`name_key`
  const direction = ascending ? sql`asc` : sql`desc`
  const inOrder = sql`order by ${sort} ${direction}, region_id ${direction} limit ${PAGE_SIZE + 1}`
  const stretches = beyondCursor(query, ascending).map(
    (beyond) => sql`(select * from region_summaries
      where ${joinSql([...filters(query), beyond], ' and ')} ${inOrder})`,
  )
  return sql`
    select region_id id, coalesce(${sort}::text, '') "key", slug, name, country,
      territory_type "territoryType", kind, started_on::text "startedOn", stage,
      reached_step "reachedStep",
      array[state1, state2, state3, state4, state5, state6, state7, state8] states,
      progress, need, last_entry_on::text "lastEntryOn",
      exists (select from members m join users u on u.id = m.user_id and u.disabled_at is null
        where m.region_id = page.region_id and m.role = 'coordinator') coordinated
    from (${joinSql(stretches, ' union all ')}) page ${inOrder}`
}

const STATE_COLUMNS = [
  sql`state1`,
  sql`state2`,
  sql`state3`,
  sql`state4`,
  sql`state5`,
  sql`state6`,
  sql`state7`,
  sql`state8`,
]

function filters({ q, country, territory, step, state }: CompareQuery): Sql[] {
  const wanted: Sql[] = []
  const from = nameKey(q)
  if (from) wanted.push(sql`name_key >= ${from} and name_key < ${`${from}\uffff`}`)
  if (country) wanted.push(sql`country = ${country}`)
  if (territory) wanted.push(sql`territory_type = ${territory}`)
  const column = step && STATE_COLUMNS[step - 1]
  if (column && state) wanted.push(sql`${column} = ${state}`)
  else if (state) wanted.push(sql`${state} in (${joinSql(STATE_COLUMNS)})`)
  return wanted
}

/**
 * Keyset paging: the stretches of the index that lie beyond the cursor. Regions without any entry
 * stand after all others, as nulls do in the index; each kind is a stretch of its own, since one
 * condition on both would read the index from its start.
 */
function beyondCursor({ order, at }: CompareQuery, ascending: boolean): Sql[] {
  if (!at) return [sql`true`]
  const beyond = ascending ? sql`>` : sql`<`
  if (order !== 'quiet') return [sql`(name_key, region_id) ${beyond} (${at.key}, ${at.id}::uuid)`]
  if (at.key === '') {
    const without = sql`last_entry_on is null and region_id ${beyond} ${at.id}::uuid`
    return ascending ? [without] : [without, sql`last_entry_on is not null`]
  }
  const dated = sql`(last_entry_on, region_id) ${beyond} (${at.key}::date, ${at.id}::uuid)`
  return ascending ? [dated, sql`last_entry_on is null`] : [dated]
}
