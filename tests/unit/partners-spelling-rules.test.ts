import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isLikelySame } from '../../lib/partners/spelling/rules'

it.each([
  ['HvA', 'Amsterdam University of Applied Sciences (HvA)'],
  ['hva', 'HvA – Hogeschool van Amsterdam'],
  ['UvA', 'University of Amsterdam (UvA)'],
  ['Hogeschool van Amsterdam', 'HVA'],
  ['Kreativní Praha, z. s.', 'Kreativni Praha'],
  ['Tabakfabrik Linz GmbH', 'Tabakfabrik Linz'],
  ['Materahub s.r.l.', 'MATERAHUB'],
  ['The Dutch Creative Industries', 'Dutch Creative Industries'],
  ['Creative Region Linz and Upper Austria', 'Creative Region Linz & Upper Austria'],
  ['WIFI/BFI', 'WIFI'],
  ['Tabakfabrk Linz', 'Tabakfabrik Linz'],
  ['JKU (Johannes Kepler University)', 'Johannes Kepler University'],
])('takes %s and %s for likely the same', (one, other) => {
  expect(isLikelySame(one, other)).toBe(true)
  expect(isLikelySame(other, one)).toBe(true)
})

it.each([
  ['University of Amsterdam (UvA)', 'Amsterdam University of Applied Sciences (HvA)'],
  ['Ministry of Education (unnamed in full)', 'Ministry of Culture (unnamed in full)'],
  ['Fab Labs (unnamed)', 'Public universities (unnamed)'],
  ['WIFI', 'BFI'],
  ['Inholland', 'Npuls'],
  ['Studio A', 'Studio B'],
  ['', 'Materahub'],
])('keeps %s and %s apart', (one, other) => {
  expect(isLikelySame(one, other)).toBe(false)
})

it('takes none of the guidebook’s organisations in a region for another one', () => {
  const content = JSON.parse(readFileSync('prisma/editions/1/journey.json', 'utf8')) as {
    demonstrators: { organisations: { name: string }[] }[]
  }
  for (const { organisations } of content.demonstrators) {
    const names = organisations.map(({ name }) => name)
    const pairs = names.flatMap((one, index) =>
      names.slice(index + 1).map((other) => [one, other] as const),
    )
    expect(pairs.filter(([one, other]) => isLikelySame(one, other))).toEqual([])
  }
})
