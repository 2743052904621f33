import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startProductAgain } from '../e2e/support/product'
import { addMember, addRegion } from '../e2e/support/region'
import { expect, test } from '../e2e/support/test'
import { findFreePort } from '../../scripts/embedded/ports'

type App = Awaited<ReturnType<typeof startProductAgain>>

let proxy: Server
let apps: App[] = []
let url: string
let served: number[]

/** Gives every request to the other of the two, as a proxy without any memory does. */
function startProxy(ports: number[], port: number): Promise<Server> {
  let turn = 0
  const server = createServer((incoming, outgoing) => {
    const at = turn++ % ports.length
    served[at] = (served[at] ?? 0) + 1
    const { method, headers, url: path } = incoming
    const onward = request({ port: ports[at], path, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  return new Promise((resolve) => server.listen(port, () => resolve(server)))
}

test.beforeAll(async () => {
  test.setTimeout(120_000)
  served = [0, 0]
  const port = await findFreePort()
  url = `http://localhost:${port}`
  const settings = { APP_URL: url, NEXTAUTH_URL: url }
  apps = await Promise.all([startProductAgain(settings), startProductAgain(settings)])
  proxy = await startProxy(
    apps.map((app) => Number(new URL(app.url).port)),
    port,
  )
  expect((proxy.address() as AddressInfo).port).toBe(port)
})
test.afterAll(async () => {
  proxy.closeAllConnections()
  proxy.close()
  await Promise.all(apps.map((app) => app.stop()))
})

test('two processes behind a proxy are one product: pages, changes, news and forms', async ({
  page,
  as,
  another,
  owner,
}) => {
  const region = await addRegion(owner, 'Twinland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  const carl = await another(await addMember(owner, region, { name: 'Carl', role: 'coordinator' }))
  const step = `${url}${region.home}/steps/purpose`
  const hearing = page.waitForResponse((answer) => answer.url().includes('/api/live/'))
  await page.goto(step)
  expect((await hearing).status()).toBe(200)
  for (const label of ['Write the skills gap as one question', 'Note what the gap rests on']) {
    await carl.goto(step)
    await carl.getByRole('button', { name: `Done: ${label}` }).click()
    await expect(page.getByRole('button', { name: `Reopen: ${label}` })).toBeVisible()
  }
  expect(Math.min(...served)).toBeGreaterThan(10)
})

test('tries are counted together: asking both in turn allows no more of them', async ({
  page,
  owner,
}) => {
  const region = await addRegion(owner, 'Twinland')
  const email = await addMember(owner, region, { name: 'Tess', role: 'observer' })
  for (let turn = 0; turn < 7; turn++) {
    await page.goto(`${apps[turn % 2]?.url}/sign-in`)
    await page.getByLabel('Your e-mail address').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page.getByRole('heading', { name: 'Look into your mailbox.' })).toBeVisible()
  }
  const { rows } = await owner.query('select from sign_in_links where email = $1', [email])
  expect(rows).toHaveLength(5)
})
