import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { findFreePort } from '../../scripts/embedded/ports'
import { withScratchDatabase } from '../../scripts/embedded/scratch'
import { typeStart } from '../support/npm-start'

const checkout = inject('checkout')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lep-refusals-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a port that is taken', async () => {
  const server = createServer().listen(0)
  const { port } = server.address() as AddressInfo
  await expectRefusal(
    { PORT: `${port}` },
    `Port ${port} is taken by another program: stop that, or choose another one: PORT=${port + 1} npm start`,
  )
  server.close()
})

test('a file in the place of the data folder', async () => {
  const file = join(folder, 'file')
  await writeFile(file, 'Somebody needs this.')
  for (const DATA_DIR of [file, join(file, 'below')]) {
    await expectRefusal(
      { DATA_DIR },
      `${DATA_DIR} cannot be made a folder because a file is in its way: move that file, or name another folder with DATA_DIR, and start again.`,
    )
  }
})

test.skipIf(process.getuid?.() === 0)(
  'a data folder that may not be written (skipped for root, who may write anywhere)',
  async () => {
    const closed = join(folder, 'closed')
    await mkdir(closed)
    await chmod(closed, 0o500)
    for (const [DATA_DIR, path] of [
      [closed, join(closed, 'running')],
      [join(closed, 'data'), join(closed, 'data')],
    ] as const) {
      await expectRefusal(
        { DATA_DIR },
        `${path} cannot be written: give your user the right to write there and start again.`,
      )
    }
  },
)

test('a database that nobody runs', async () => {
  const url = `postgresql://owner:secret@127.0.0.1:${await findFreePort()}/lep`
  await expectRefusal(
    { DATABASE_URL: url, APP_DATABASE_URL: url },
    /^The database cannot be reached \(connect ECONNREFUSED .*\): start it or correct DATABASE_URL\.$/,
  )
})

test('a wrong password of the database', () =>
  withScratchDatabase(async ({ ownerUrl, appUrl }) => {
    const wrong = new URL(ownerUrl)
    wrong.password = 'forgotten'
    await expectRefusal(
      { DATABASE_URL: wrong.href, APP_DATABASE_URL: appUrl },
      /^The database refused the user name or password \(.*\): correct DATABASE_URL and APP_DATABASE_URL\.$/,
    )
  }))

/** The start ends with an error and says in one sentence what is wrong and what to do, nothing else. */
async function expectRefusal(settings: Record<string, string>, sentence: string | RegExp) {
  const start = await typeStart(checkout, { DATA_DIR: join(folder, 'data'), ...settings })
  expect(await start.ended).toBe(1)
  const { output, errors } = start.read()
  if (typeof sentence === 'string') expect(errors).toBe(sentence)
  else expect(errors).toMatch(sentence)
  expect(output.trim()).toBe(errors)
  expect(errors).not.toContain('secret')
}
