import pg from 'pg'
import type { Figure } from './figure'

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] }

/**
 * Plans of the comparison's statements as the app's role gets them, row-level security included:
 * how many of them read the summaries without an index. The statements are those the server has
 * seen in the measurement just before.
 */
export async function readPlans(urls: { ownerUrl: string; appUrl: string }): Promise<Figure[]> {
  const statements = await listStatements(urls.ownerUrl)
  const db = new pg.Client({ connectionString: urls.appUrl })
  await db.connect()
  let unindexed = 0
  try {
    for (const statement of statements) {
      await db.query('begin')
      await db.query("select set_config('app.programme', 'staff', true)")
      const { rows } = await db.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        `explain (generic_plan, format json) ${statement}`,
      )
      await db.query('rollback')
      const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
      if (!plan || listNodes(plan).some(isUnindexed)) unindexed++
    }
  } finally {
    await db.end()
  }
  const note = `of ${statements.length} statements`
  const what = 'compare, plans without an index scan'
  const value = statements.length > 0 ? unindexed : NaN
  return [{ id: 'P2', what, value, bar: 0, kind: 'most', note }]
}

async function listStatements(ownerUrl: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ query: string }>(
      `select s.query from pg_stat_statements s join pg_database d on d.oid = s.dbid
        where d.datname = current_database() and s.query ~ 'from region_summaries'
          and s.query ~ 'order by' and s.query !~* '^explain'`,
    )
    return rows.map(({ query }) => query)
  } finally {
    await owner.end()
  }
}

function listNodes(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(listNodes)]
}

function isUnindexed(node: Plan): boolean {
  return node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'region_summaries'
}
