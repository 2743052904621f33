import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProductAgain } from '../e2e/support/product'
import { addMember, addRegion } from '../e2e/support/region'
import { expect, test } from '../e2e/support/test'
import { findAccount } from '../../scripts/embedded/account'
import { findFreePort } from '../../scripts/embedded/ports'

const program = findProgram()
test.skip(!program, 'PgBouncer is not installed on this machine.')

function findProgram(): string | undefined {
  const wanted = ['pgbouncer', '/usr/sbin/pgbouncer']
  return wanted.find((name) => {
    try {
      return execFileSync(name, ['--version'])
    } catch {
      return false
    }
  })
}

let folder: string
let pooler: ChildProcess
let app: Awaited<ReturnType<typeof startProductAgain>>

test.beforeAll(async () => {
  test.setTimeout(120_000)
  const direct = process.env.LEP_TEST_APP_DATABASE_URL ?? ''
  const url = new URL(direct)
  const port = await findFreePort()
  folder = await mkdtemp(join(tmpdir(), 'lep-pooler-'))
  await chmod(folder, 0o755)
  const [host, at, name] = [url.hostname, url.port, url.pathname.slice(1)]
  const secret = decodeURIComponent(url.password)
  await writeFile(join(folder, 'users.txt'), `"${url.username}" "${secret}"\n`)
  // Three connections for all: each transaction meets another's leftovers, if there are any.
  await writeFile(
    join(folder, 'pgbouncer.ini'),
    `[databases]\n${name} = host=${host} port=${at} dbname=${name}\n[pgbouncer]\n` +
      `listen_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = plain\n` +
      `auth_file = ${join(folder, 'users.txt')}\npool_mode = transaction\n` +
      `default_pool_size = 3\nmax_client_conn = 200\n`,
  )
  const account = await findAccount()
  if (account) await chown(join(folder, 'users.txt'), account.uid, account.gid)
  pooler = spawn(program ?? '', ['-q', join(folder, 'pgbouncer.ini')], { ...account })
  await expect.poll(() => answers(port)).toBe(true)
  url.port = String(port)
  app = await startProductAgain({ APP_DATABASE_URL: url.href, DIRECT_DATABASE_URL: direct })
})
test.afterAll(async () => {
  await app?.stop()
  pooler?.kill()
  if (folder) await rm(folder, { recursive: true, force: true })
})

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(!socket.destroy() || true))
    socket.on('error', () => resolve(false))
  })
}

test('a pooler in transaction mode is enough: changes, news of them, and nobody sees another’s', async ({
  page,
  as,
  another,
  owner,
}) => {
  const [own, foreign] = [await addRegion(owner, 'Poolland'), await addRegion(owner, 'Elsewhere')]
  await as(await addMember(owner, own, { name: 'Clara', role: 'coordinator' }))
  const mallory = await another(
    await addMember(owner, foreign, { name: 'Mallory', role: 'coordinator' }),
  )
  const step = `${app.url}${own.home}/steps/purpose`
  const hearing = page.waitForResponse((answer) => answer.url().includes('/api/live/'))
  await page.goto(step)
  expect((await hearing).status()).toBe(200)
  const label = 'Write the skills gap as one question'
  await page.getByRole('button', { name: `Done: ${label}` }).click()
  await expect(page.getByRole('button', { name: `Reopen: ${label}` })).toBeVisible()
  const seen = await Promise.all(
    Array.from({ length: 40 }, (_, turn) =>
      (turn % 2 ? page : mallory).request.get(`${app.url}${own.home}`).then((it) => it.status()),
    ),
  )
  expect(new Set(seen.filter((_, turn) => turn % 2 === 1))).toEqual(new Set([200]))
  expect(new Set(seen.filter((_, turn) => turn % 2 === 0))).toEqual(new Set([404]))
})
