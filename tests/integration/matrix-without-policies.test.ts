import { beforeAll, describe } from 'vitest'
import { listTables, sql } from '../support/owner'
import { runMatrix } from '../support/run-matrix'

// The second wall is down: what the functions themselves ask must keep the regions apart.
describe('without row-level security', () => {
  beforeAll(async () => {
    for (const table of await listTables()) {
      await sql(`alter table ${table} no force row level security`)
      await sql(`alter table ${table} disable row level security`)
    }
  })

  runMatrix({ hasPolicies: false })
})
