import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { findBrowser } from '../browser'
import { findFreePort } from '../embedded/ports'
import type { Figure } from './figure'
import type { Page, Product } from './product'

const BARS = { performance: 95, accessibility: 100, 'best-practices': 100 } as const

/** P5: Lighthouse's mobile profile on the main pages. */
export async function measureAudit({ url, pages }: Product): Promise<Figure[]> {
  const port = await findFreePort()
  const { executablePath, args } = await findBrowser()
  const flags = [...args, `--remote-debugging-port=${port}`]
  const browser = await chromium.launch({ executablePath, args: flags })
  try {
    const figures: Figure[] = []
    for (const page of pages) figures.push(...(await audit(url, page, port)))
    return figures
  } finally {
    await browser.close()
  }
}

async function audit(url: string, { name, path, cookie }: Page, port: number): Promise<Figure[]> {
  const result = await lighthouse(url + path, {
    port,
    onlyCategories: Object.keys(BARS),
    extraHeaders: cookie ? { Cookie: cookie } : {},
    logLevel: 'silent',
  })
  if (!result) throw new Error(`Lighthouse says nothing of ${path}.`)
  const { categories, audits } = result.lhr
  const figures = Object.entries(BARS).map(([key, bar]): Figure => {
    const category = categories[key]
    const failed = (category?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => id)
    const value = Math.round((category?.score ?? NaN) * 100)
    return { id: 'P5', what: `${name}: ${key}`, value, bar, kind: 'least', note: failed.join(', ') }
  })
  const shift = audits['cumulative-layout-shift']?.numericValue ?? NaN
  const moved = {
    id: 'P5',
    what: `${name}: layout shift`,
    value: shift,
    bar: 0.02,
    note: '',
  } as const
  return [...figures, { ...moved, kind: 'most' }]
}
