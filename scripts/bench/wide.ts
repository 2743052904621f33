import { widenRegion, WIDE } from '../seed/wide'
import { type BenchDatabase, countStatements } from './database'
import type { Figure } from './figure'
import { rateAgainstBare } from './load'
import { type Product, readPage } from './product'
import { measureScripts } from './scripts'

/** P1, P4 and P6 of a region with 300 partners, 2,000 relations and 5,000 tasks. */
export async function measureWide(
  { url, pages: [home], region }: Product,
  { owner }: BenchDatabase,
): Promise<Figure[]> {
  if (!home) return []
  await widenRegion(owner, region.id)
  const places = { home: '', register: '/partners', network: '/partners/network', tasks: '/tasks' }
  const pages = Object.entries(places).map(([name, place]) => ({
    ...{ ...home, name: `${WIDE.partners} partners, ${name}`, path: home.path + place },
  }))
  const figures: Figure[] = []
  for (const page of pages) {
    await readPage(url, page)
    const value = await countStatements(owner, () => readPage(url, page))
    const what = `${page.name}: statements`
    figures.push({ id: 'P6', what, value, bar: 10, kind: 'most', note: '' })
  }
  for (const page of pages)
    figures.push(await rateAgainstBare(url, page, { rounds: 3, seconds: 3 }))
  return [...figures, ...(await measureScripts({ url, pages }))]
}
