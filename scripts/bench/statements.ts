import type pg from 'pg'
import { v7 as uuid } from 'uuid'
import { type BenchDatabase, countStatements } from './database'
import type { Figure } from './figure'
import { type Product, readPage } from './product'

const PARTNERS = 1000

/** P6: statements of each main page, with the sample's few partners and with a thousand more. */
export async function measureStatements(
  { url, pages, region }: Product,
  { owner }: BenchDatabase,
): Promise<Figure[]> {
  const countEach = async () => {
    const counts: number[] = []
    for (const page of pages) {
      // A process reads the guidebook once: that belongs to its first page only.
      await readPage(url, page)
      counts.push(await countStatements(owner, () => readPage(url, page)))
    }
    return counts
  }
  const few = await countEach()
  await addPartners(owner, region.id)
  const many = await countEach()
  return pages.flatMap(({ name }, index): Figure[] => {
    const [before = NaN, after = NaN] = [few[index], many[index]]
    const same = { id: 'P6', kind: 'most' } as const
    const note = `${after} with ${PARTNERS} partners more`
    return [
      { ...same, what: `${name}: statements`, value: before, bar: 10, note },
      ...(before === after
        ? []
        : [
            {
              ...same,
              what: `${name}: statements more by partners`,
              value: after - before,
              bar: 0,
              note,
            },
          ]),
    ]
  })
}

async function addPartners(owner: pg.Pool, regionId: string) {
  const ids = Array.from({ length: PARTNERS }, () => uuid())
  await owner.query(
    `insert into partners (region_id, id, name, sector, status)
      select $1, id, 'Partner ' || n, 'business', 'engaged'
      from unnest($2::uuid[]) with ordinality as added(id, n)`,
    [regionId, ids],
  )
}
