import { chromium } from '@playwright/test'
import lighthouse, { type RunnerResult as Result } from 'lighthouse'
import { findBrowser } from '../browser'
import { findFreePort } from '../embedded/ports'
import type { Figure } from './figure'
import { type Page, type Product, readPage } from './product'

const BARS = { performance: 95, accessibility: 100, 'best-practices': 100 } as const

const RUNS = 3

/** P5: Lighthouse's mobile profile on the main pages; each by its middle run of three. */
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

async function audit(url: string, page: Page, port: number): Promise<Figure[]> {
  const { name } = page
  // A server's first answers are slower than all that follow.
  await readPage(url, page)
  const runs: Result['lhr'][] = []
  for (let run = 0; run < RUNS; run++) runs.push(await look(url, page, port))
  const score = ({ categories }: Result['lhr']) => categories.performance?.score ?? 0
  const middle = runs.sort((a, b) => score(a) - score(b))[Math.floor(RUNS / 2)]
  if (!middle) throw new Error(`Lighthouse says nothing of ${page.path}.`)
  const { categories, audits } = middle
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

async function look(url: string, { path, cookie }: Page, port: number): Promise<Result['lhr']> {
  const result = await lighthouse(url + path, {
    port,
    onlyCategories: Object.keys(BARS),
    extraHeaders: cookie ? { Cookie: cookie } : {},
    logLevel: 'silent',
  })
  if (!result) throw new Error(`Lighthouse says nothing of ${path}.`)
  return result.lhr
}
