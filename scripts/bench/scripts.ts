import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from '../browser'
import { startBare } from './bare'
import type { Figure } from './figure'
import type { Page, Product } from './product'

const LIMIT = 200

/**
 * P4: JavaScript that a browser fetches to open each main page, on a phone, before anybody scrolls.
 * Everything counts by its size under the same gzip, whatever the server sent.
 */
export async function measureScripts({
  url,
  pages,
}: Pick<Product, 'url' | 'pages'>): Promise<Figure[]> {
  const bare = await startBare(20_000)
  const browser = await chromium.launch(await findBrowser())
  try {
    const least = await weigh(browser, bare.url)
    const figures: Figure[] = []
    for (const page of pages) {
      const weight = await weigh(browser, url + page.path, page)
      const note = `${weight.toFixed(1)} kB, bare ${least.toFixed(1)} kB`
      const same = { id: 'P4', note, kind: 'most' } as const
      figures.push({
        ...same,
        what: `${page.name}: JavaScript against a bare page`,
        value: weight / least,
        bar: 1.25,
      })
      if (weight > LIMIT) {
        figures.push({ ...same, what: `${page.name}: kB of JavaScript`, value: weight, bar: LIMIT })
      }
    }
    return figures
  } finally {
    await browser.close()
    await bare.stop()
  }
}

/** Kilobytes of JavaScript that opening an address fetches. */
async function weigh(browser: Browser, address: string, page?: Page): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
  try {
    if (page?.cookie) {
      const [name = '', value = ''] = page.cookie.split('=')
      await context.addCookies([{ name, value, url: address }])
    }
    const tab = await context.newPage()
    const sizes: Promise<number>[] = []
    tab.on('response', (answer) => {
      if (answer.request().resourceType() !== 'script') return
      sizes.push(answer.body().then((body) => gzipSync(body).length))
    })
    await tab.goto(address, { waitUntil: 'networkidle' })
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024
  } finally {
    await context.close()
  }
}
