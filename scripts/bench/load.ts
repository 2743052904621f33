import autocannon from 'autocannon'
import { startBare } from './bare'
import { type Figure, median } from './figure'
import { type Page, type Product, readPage } from './product'

const ROUNDS = 3
const SECONDS = 4

/** P1: requests per second of the signed-in region home against a bare page of its size, in turns. */
export async function measureLoad({ url, pages }: Product): Promise<Figure[]> {
  const [home] = pages
  if (!home) return []
  const html = await readPage(url, home)
  const bare = await startBare(html.length)
  try {
    const size = (await (await fetch(bare.url)).text()).length
    const rates = { home: [] as number[], bare: [] as number[] }
    const title = /<title>[^<]+<\/title>/.exec(html)?.[0] ?? 'no title'
    // Warm: compilers and connections.
    await load(url + home.path, home, title, 3)
    await load(bare.url, undefined, '<title>Bare</title>', 3)
    for (let round = 0; round < ROUNDS; round++) {
      rates.home.push(await load(url + home.path, home, title, SECONDS))
      rates.bare.push(await load(bare.url, undefined, '<title>Bare</title>', SECONDS))
    }
    const [product, empty] = [median(rates.home), median(rates.bare)]
    const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} kB`
    const note = `${product.toFixed(0)}/s of ${kilobytes(html.length)}, bare ${empty.toFixed(0)}/s of ${kilobytes(size)}`
    const what = 'region home: rate against a bare page'
    return [{ id: 'P1', what, value: product / empty, bar: 0.6, kind: 'least', note }]
  } finally {
    await bare.stop()
  }
}

async function load(url: string, page: Page | undefined, title: string, duration: number) {
  const result = await autocannon({
    url,
    duration,
    connections: 20,
    headers: page ? { cookie: page.cookie } : {},
    verifyBody: (body) => body.includes(title) && body.includes('</html>'),
  })
  const wrong = result.errors + result.timeouts + result.mismatches + result.non2xx
  if (wrong > 0) throw new Error(`${url}: ${wrong} of ${result.requests.total} answers were wrong.`)
  return result.requests.average
}
