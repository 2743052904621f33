import autocannon from 'autocannon'
import { type Figure, median } from './figure'
import { type Page, type Product, readPage } from './product'
import { findBareOfSize } from './twin'

const ROUNDS = 5
const SECONDS = 4
const WARM = 5

/** P1: requests per second of the signed-in region home. */
export async function measureLoad({ url, pages }: Product): Promise<Figure[]> {
  const [home] = pages
  return home ? [await rateAgainstBare(url, home)] : []
}

/** Requests per second of a page against a bare page of its size in the same server, in turns. */
export async function rateAgainstBare(
  url: string,
  page: Page,
  { rounds, seconds } = { rounds: ROUNDS, seconds: SECONDS },
): Promise<Figure> {
  const html = await readPage(url, page)
  const bare = await findBareOfSize(url, html.length)
  const size = (await (await fetch(bare)).text()).length
  const rates = { page: [] as number[], bare: [] as number[] }
  const title = /<title>[^<]+<\/title>/.exec(html)?.[0] ?? 'no title'
  const line = `<p>1<!-- --> word`
  // Warm: compilers and connections.
  await load(url + page.path, page, title, WARM)
  await load(bare, undefined, line, WARM)
  for (let round = 0; round < rounds; round++) {
    rates.page.push(await load(url + page.path, page, title, seconds))
    rates.bare.push(await load(bare, undefined, line, seconds))
  }
  const [product, empty] = [median(rates.page), median(rates.bare)]
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} kB`
  const note = `${product.toFixed(0)}/s of ${kilobytes(html.length)}, bare ${empty.toFixed(0)}/s of ${kilobytes(size)}`
  const what = `${page.name}: rate against a bare page`
  return { id: 'P1', what, value: product / empty, bar: 0.6, kind: 'least', note }
}

async function load(url: string, page: Page | undefined, part: string, duration: number) {
  const result = await autocannon({
    url,
    duration,
    connections: 20,
    headers: page ? { cookie: page.cookie } : {},
    verifyBody: (body) => body.includes(part) && body.includes('</html>'),
  })
  const wrong = result.errors + result.timeouts + result.mismatches + result.non2xx
  if (wrong > 0) throw new Error(`${url}: ${wrong} of ${result.requests.total} answers were wrong.`)
  return result.requests.average
}
