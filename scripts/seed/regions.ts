import type pg from 'pg'
import { insertRows, type Row } from '../../prisma/as-owner'
import { TEMPLATE_COUNT } from './templates'

const BATCH = 5000

const COUNTRIES = ['AT', 'BE', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE']
const MORE_COUNTRIES = ['IT', 'LT', 'LV', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK']
const TYPES = ['region', 'city', 'region', 'interregional']
// Without accents, so that the key for ordering is the name in lower case.
const FIRST =
  'Alder Breit Corvo Dal Elm Fjord Grun Halm Iser Jarn Kessel Lind Mora Nord Olmen Pale Quell Rost Sund Tamar Ulmen Vald Wasel Zell'
const SECOND =
  'bach berg bro brunn by castel dorf feld fors gard haven heim hus kamp lund mark mere mouth ness polis rand stad tal val vik wick'

/** Ids rise with the number, as those of real regions rise with time, and are the same each time. */
const REGION_ID = `(select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7000-8000-000000000000')::uuid
  from (select lpad(to_hex(1500000000000 + n), 12, '0') h) hex)`

const SLUG = `'seed-' || lpad(n::text, 6, '0')`
const SEEDED = `slug ~ '^seed-[0-9]{6,}$'`

/** How many synthetic regions there are. They are numbered from 1 without a gap. */
export async function countSeeded(db: pg.Client): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int from regions where ${SEEDED}`,
  )
  return rows[0]?.count ?? 0
}

/** Puts template rows where the regions' rows can be made from them: temporary tables. */
export async function stageTemplates(db: pg.Client, templates: Record<string, Row[]>) {
  for (const [table, rows] of Object.entries(templates)) {
    await db.query(`create temp table seed_${table} (like ${table}, template int not null)`)
    await db.query(
      `alter table seed_${table} alter region_id drop not null, alter template set not null`,
    )
    if (table === 'ticks' || table === 'milestones') {
      await db.query(
        `alter table seed_${table} alter note set default '', alter version set default 1`,
      )
    }
    if (table === 'ticks') await db.query(`alter table seed_ticks alter reason set default ''`)
    await insertRows(db, `seed_${table}`, rows)
    await db.query(`create index on seed_${table} (template)`)
    await db.query(`analyze seed_${table}`)
  }
}

/** Adds the regions numbered from `from` to `to`, batch by batch, each batch all or nothing. */
export async function addRegions(
  db: pg.Client,
  { from, to, edition }: { from: number; to: number; edition: number },
  report: (done: number) => void,
): Promise<void> {
  const columns = await listColumns(db)
  for (let first = from; first <= to; first += BATCH) {
    const last = Math.min(to, first + BATCH - 1)
    await db.query('begin')
    await skipKeyChecks(db)
    await addBatch(db, { first, last, edition }, columns)
    await db.query('commit')
    report(last)
  }
}

/**
 * Every key of these rows is right by construction, and checking six million of them more than
 * doubles the time. Only a superuser may leave that out; others wait.
 */
async function skipKeyChecks(db: pg.Client): Promise<void> {
  await db.query(`select set_config('session_replication_role', 'replica', true)
    from pg_roles where rolname = current_user and rolsuper`)
}

/** Deletes all synthetic regions with what hangs on them. */
export async function removeRegions(db: pg.Client, report: (left: number) => void) {
  const children = [
    'report_stories',
    'metric_entries',
    'metric_targets',
    'metric_lines',
    'denominators',
    'round_talks',
    'round_comments',
    'round_results',
    'round_steps',
    'round_sheets',
    'round_keys',
    'round_people',
    'rounds',
    'task_links',
    'task_files',
    'consensus_votes',
    'consensus_people',
    'consensus_levels',
    'consensus_sessions',
    'task_pages',
    'task_partners',
    'tasks',
    'ticks',
    'milestones',
    'own_entries',
    'evidence',
    'step_records',
    'region_summaries',
    'activities',
    'step_plans',
    'calendar_feeds',
    'comment_mentions',
    'comments',
    'follows',
    'partner_ratings',
    'partner_priorities',
    'partner_talks',
    'next_contacts',
    'missing_voices',
    'partner_contacts',
    'partner_standings',
    'relations',
    'notices',
  ]
  for (let left = await countSeeded(db); left > 0; left = Math.max(0, left - BATCH)) {
    const first = Math.max(1, left - BATCH + 1)
    const ids = `select ${REGION_ID} from generate_series($1::bigint, $2::bigint) n`
    await db.query('begin')
    for (const table of children) {
      await db.query(`delete from ${table} where region_id in (${ids})`, [first, left])
    }
    await db.query(`delete from regions where id in (${ids})`, [first, left])
    await db.query('commit')
    report(first - 1)
  }
}

type Columns = Record<'ticks' | 'milestones' | 'step_records', string>

async function listColumns(db: pg.Client): Promise<Columns> {
  const of = async (table: string) => {
    const { rows } = await db.query<{ list: string }>(
      `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) list
        from information_schema.columns where table_schema = 'public' and table_name = $1
          and column_name <> 'region_id'`,
      [table],
    )
    return rows[0]?.list ?? ''
  }
  return {
    ticks: await of('ticks'),
    milestones: await of('milestones'),
    step_records: await of('step_records'),
  }
}

async function addBatch(
  db: pg.Client,
  { first, last, edition }: { first: number; last: number; edition: number },
  columns: Columns,
) {
  const numbers = `generate_series(${first}::bigint, ${last}::bigint) n`
  const template = (table: string) => `seed_${table} t on t.template = n % ${TEMPLATE_COUNT}`
  await db.query(`insert into regions
      (id, slug, name, country, territory_type, time_zone, languages, edition, started_on)
    select ${REGION_ID}, ${SLUG}, ${nameOf}, ${countryOf}, ${typeOf}, 'Europe/Vienna', '{en}',
      ${edition}, t.started_on
    from ${numbers} join ${template('region_summaries')}`)
  for (const [table, list] of Object.entries(columns)) {
    const own = list.split(', ').map((column) => `t.${column}`)
    await db.query(`insert into ${table} (region_id, ${list})
      select ${REGION_ID}, ${own.join(', ')} from ${numbers} join ${template(table)}`)
  }
  const states = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `state${number}`)
  const rest = [
    'started_on',
    'stage',
    'reached_step',
    ...states,
    'progress',
    'need',
    'last_entry_on',
    'as_of',
  ]
  await db.query(`insert into region_summaries
      (region_id, slug, name, name_key, country, territory_type, kind, ${rest.join(', ')})
    select ${REGION_ID}, ${SLUG}, ${nameOf}, lower(${nameOf}), ${countryOf}, ${typeOf},
      'partnership', ${rest.map((column) => `t.${column}`).join(', ')}
    from ${numbers} join ${template('region_summaries')}`)
  await db.query(`insert into activities (region_id, id, kind, subject)
    select ${REGION_ID}, ${REGION_ID}, 'region.created', ${SLUG} from ${numbers}`)
}

const nameOf = `(${oneOf(FIRST.split(' '), 'n')} || ${oneOf(SECOND.split(' '), 'n / 24')} || ' ' || n)`
const countryOf = oneOf([...COUNTRIES, ...MORE_COUNTRIES], 'n / 7')
const typeOf = oneOf(TYPES, 'n / 3')

/** An SQL expression that takes turns through a list. */
function oneOf(list: string[], turn: string): string {
  return `('{${list.join(',')}}'::text[])[1 + (${turn}) % ${list.length}]`
}
