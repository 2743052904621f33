import { expect, test } from 'vitest'
import { createRegion } from '../support/cast'
import { sql } from '../support/owner'

/** Columns whose words the product chooses; all others hold what people wrote. */
const CODED = new Set(
  [
    'activities: kind step subject',
    'evidence: entry step kind file_type file_sha256',
    'invitations: role locale mail',
    'members: role',
    'milestones: milestone step state owner_kind owner_sector',
    'own_entries: id step kind',
    'partners: sector subtype status secondary_sectors size gains',
    'partner_standings: status',
    'missing_voices: sector seeker_kind',
    'region_summaries: country territory_type kind need state1 state2 state3 state4 state5 state6 state7 state8',
    'regions: country territory_type time_zone kind',
    'step_records: step state',
    'step_plans: step',
    'ticks: item step state owner_kind owner_sector',
    'comments: step subject author_role',
    'follows: step',
    'partner_talks: kind',
    'tasks: step entry source for_kind for_sector state',
    'task_partners: state back',
    'notices: kind subject',
    'relations: kind',
    'task_files: file_type',
    'rounds: kind state',
    'round_talks: kind',
    'round_sheets: sector',
    'round_steps: kind',
    'consensus_sessions: code language statements phase',
    'consensus_people: sector',
    'consensus_votes: statement',
    'consensus_levels: statement',
    'metric_entries: metric quarter status',
    'metric_targets: metric',
    'metric_lines: metric kind stage currency joint_key',
    'denominators: kind',
    'report_stories: language',
  ].flatMap((line) => {
    const [table = '', columns = ''] = line.split(': ')
    return columns.split(' ').map((column) => `${table}.${column}`)
  }),
)

// The permission matrix looks for the mark in what others are answered; this shows that looking
// for it finds whatever text of a region gets out.
test('every text of a region, in whatever table, carries its mark', async () => {
  const region = await createRegion()
  const columns = await sql<{ table: string; column: string; key: string }>(
    `select c.table_name as table, c.column_name as column,
        case c.table_name when 'regions' then 'id' else 'region_id' end as key
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE'
        and c.data_type in ('text', 'character', 'character varying', 'json', 'jsonb', 'ARRAY')
        and (c.table_name = 'regions' or exists (select from information_schema.columns r
          where r.table_schema = 'public' and r.table_name = c.table_name and r.column_name = 'region_id'))
        and c.udt_name <> '_int4'`,
  )
  const texts = columns.filter(({ table, column }) => !CODED.has(`${table}.${column}`))
  expect(texts.length).toBeGreaterThan(20)
  const unmarked: string[] = []
  for (const { table, column, key } of texts) {
    const rows = await sql<{ value: string }>(
      `select ${column}::text as value from ${table} where ${key} = $1`,
      [region.id],
    )
    const isMarked = rows.length > 0 && rows.every(({ value }) => value?.includes(region.mark))
    if (!isMarked) unmarked.push(`${table}.${column}`)
  }
  expect(unmarked).toEqual([])
})
