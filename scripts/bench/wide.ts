import { widenRegion, WIDE } from '../seed/wide'
import { type BenchDatabase, countStatements } from './database'
import type { Figure } from './figure'
import { rateAgainstBare } from './load'
import { type Product, readPage } from './product'
import { measureScripts } from './scripts'

const LOAD = { rounds: 3, seconds: 3 }

/**
 * P1, P4 and P6 of a region with 300 partners, 2,000 relations and 5,000 tasks: each page's rate
 * against a bare page of its size, by what the same page reached with the sample's few.
 */
export async function measureWide(
  { url, pages: [home], region }: Product,
  { owner }: BenchDatabase,
): Promise<Figure[]> {
  if (!home) return []
  const places = { home: '', register: '/partners', network: '/partners/network', tasks: '/tasks' }
  const pages = Object.entries(places).map(([name, place]) => ({
    ...{ ...home, name: `${WIDE.partners} partners, ${name}`, path: home.path + place },
  }))
  const few = new Map<string, Figure>()
  for (const page of pages) few.set(page.name, await rateAgainstBare(url, page, LOAD))
  await widenRegion(owner, region.id)
  const figures: Figure[] = []
  for (const page of pages) {
    await readPage(url, page)
    const value = await countStatements(owner, () => readPage(url, page))
    const what = `${page.name}: statements`
    figures.push({ id: 'P6', what, value, bar: 10, kind: 'most', note: '' })
  }
  for (const page of pages) {
    const [before, after] = [few.get(page.name), await rateAgainstBare(url, page, LOAD)]
    const what = `${page.name}: rate by that of a few`
    const value = after.value / (before?.value ?? NaN)
    const note = `${after.value.toFixed(2)} (${after.note}), before ${before?.value.toFixed(2)} (${before?.note})`
    figures.push({ id: 'P1', what, value, bar: 0.8, kind: 'least', note })
  }
  return [...figures, ...(await measureScripts({ url, pages }))]
}
