import { expect, test } from '@playwright/test'
import { type OwnProduct, startOwnProduct } from '../support/own-product'

// All of them hold one database still.
test.describe.configure({ mode: 'default' })

let product: OwnProduct
test.beforeAll(async () => {
  product = await startOwnProduct()
})
test.afterAll(() => product.stop())
test.beforeEach(() => expectBack('/my'))

const SENTENCES = {
  en: [
    'We cannot reach our records just now.',
    'Nothing is lost. This page tries again by itself in a few seconds.',
  ],
  de: [
    'Unsere Daten sind gerade nicht erreichbar.',
    'Nichts ist verloren. Diese Seite versucht es in ein paar Sekunden von selbst noch einmal.',
  ],
}

for (const [language, [title, sentence]] of Object.entries(SENTENCES)) {
  test(`while the database is away, a page says so within three seconds: ${language}`, async () => {
    const said = await product.whileAway(() => ask('/my', language))
    expect(said).toMatchObject({ status: 503, language, title, heading: title })
    expect(said.paragraphs).toEqual([sentence])
    expect(Number(said.retryAfter)).toBeGreaterThan(0)
    expect(said.milliseconds).toBeLessThan(3000)
  })
}

test('it says so in the language chosen on the device', async () => {
  const said = await product.whileAway(() => ask('/my', 'en', 'lep-locale=de'))
  expect(said).toMatchObject({ status: 503, language: 'de', heading: SENTENCES.de[0] })
})

test('while the database is away, the product lives and is not ready', async () => {
  const [live, ready] = await product.whileAway(() =>
    Promise.all([ask('/api/health/live'), ask('/api/health/ready')]),
  )
  expect([live?.status, ready?.status]).toEqual([200, 503])
  await expectBack('/api/health/ready')
})

test('once the database is back, pages are too, and nothing was started anew', async () => {
  const many = () => Promise.all(Array.from({ length: 20 }, () => ask('/my')))
  const said = await product.whileAway(many)
  expect(new Set(said.map(({ status }) => status))).toEqual(new Set([503]))
  await expectBack('/my')
  expect(new Set((await many()).map(({ status }) => status))).toEqual(new Set([200]))
  expect(product.isRunning()).toBe(true)
})

test('a page that said so comes back by itself', async ({ page, context }) => {
  const { secret, url, whileAway } = product
  await context.addCookies([{ name: 'lep-session', value: secret, url, httpOnly: true }])
  const heading = page.getByRole('heading', { level: 1 })
  await whileAway(async () => {
    await page.goto(`${url}/my`)
    await expect(heading).toHaveText('We cannot reach our records just now.')
  })
  await expect(heading).toContainText('Nothing waits for you')
})

async function expectBack(path: string): Promise<void> {
  const status = async () => (await ask(path)).status
  await expect.poll(status, { timeout: 5000, intervals: [100] }).toBe(200)
}

/** What somebody signed in is answered, and how long that takes. */
async function ask(path: string, language = 'en', choice = '') {
  const began = performance.now()
  const cookie = `lep-session=${product.secret}; ${choice}`
  const response = await fetch(product.url + path, {
    headers: { cookie, 'accept-language': language },
  })
  const html = await response.text()
  const milliseconds = performance.now() - began
  const find = (pattern: RegExp) => pattern.exec(html)?.[1]
  return {
    ...{ status: response.status, milliseconds },
    retryAfter: response.headers.get('retry-after'),
    language: find(/<html lang="(\w+)"/),
    title: find(/<title>(.*?)<\/title>/),
    heading: find(/<h1>(.*?)<\/h1>/),
    paragraphs: [...html.matchAll(/<p>(.*?)<\/p>/g)].map(([, words]) => words),
  }
}
