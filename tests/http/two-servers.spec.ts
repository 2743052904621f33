import { expect, test } from '@playwright/test'
import { startProductAgain } from '../e2e/support/product'
import { createSignedIn } from '../support/http'
import { sql } from '../support/owner'
import { type Replica, startReplica } from '../support/replica'

test.describe.configure({ mode: 'serial' })

let replica: Replica
let app: Awaited<ReturnType<typeof startProductAgain>>
let read: (path: string) => Promise<string>
let region: { id: string; slug: string }

test.beforeAll(async () => {
  test.setTimeout(120_000)
  const [place] = await sql<{ data_directory: string }>('show data_directory')
  const ownerUrl = process.env.LEP_TEST_OWNER_URL ?? ''
  replica = await startReplica(place?.data_directory ?? '', ownerUrl)
  const url = new URL(process.env.LEP_TEST_APP_DATABASE_URL ?? '')
  url.port = String(replica.port)
  app = await startProductAgain({ READ_DATABASE_URL: url.href })
  const world = await createSignedIn()
  region = world.own
  read = async (path) => {
    const headers = { cookie: world.cookies.staff, 'accept-language': 'en' }
    const answer = await fetch(new URL(path, app.url), { headers })
    expect(answer.status).toBe(200)
    return answer.text()
  }
})
test.afterAll(async () => {
  await app.stop()
  await replica.stop()
})

const rename = (name: string) =>
  sql(
    `with r as (update regions set name = $2 where id = $1)
      update region_summaries set name = $2, name_key = lower($2) where region_id = $1`,
    [region.id, name],
  )
const caughtUp = async () => {
  const [at] = await sql<{ lsn: string }>('select pg_current_wal_lsn()::text lsn')
  await expect
    .poll(async () => {
      const [row] = await replica.ask<{ there: boolean }>(
        `select pg_last_wal_replay_lsn() >= '${at?.lsn}'::pg_lsn there`,
      )
      return row?.there
    })
    .toBe(true)
}

test('what staff compare is read from the replica, which follows the database', async () => {
  await rename('Replicated Land')
  await caughtUp()
  expect(await read('/compare?q=replicated')).toContain('Replicated Land')
  const [state] = await replica.ask<{ standby: boolean }>('select pg_is_in_recovery() standby')
  expect(state).toEqual({ standby: true })
})

test('a replica that lags shows the comparison of a moment ago, and the region as it is', async () => {
  await replica.ask('select pg_wal_replay_pause()')
  await rename('Renamed Land')
  expect(await read('/compare?q=replicated')).toContain('Replicated Land')
  expect(await read(`/regions/${region.slug}`)).toContain('Renamed Land')
  await replica.ask('select pg_wal_replay_resume()')
  await caughtUp()
  expect(await read('/compare?q=renamed')).toContain('Renamed Land')
})

test('without its replica the comparison goes on, from the database itself', async () => {
  await replica.stop()
  expect(await read('/compare?q=renamed')).toContain('Renamed Land')
})
