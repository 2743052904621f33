import { writeFile } from 'node:fs/promises'
import { readEdition } from '../prisma/edition/read'
import { writeXlsx } from '../lib/sheet/xlsx'

/**
 * Writes a spreadsheet of each demonstrator's organisations, as somebody would who reads the
 * guidebook: tsx scripts/demonstrator-sheets.ts. Tests import what it wrote.
 */
const HEADER = ['Organisation', 'Sector', 'Kind', 'Intermediary', 'Gain in words']

const { content } = await readEdition()
for (const { slug, organisations } of content.demonstrators) {
  const rows = organisations.map(({ name, sector, subtype, intermediary }) => [
    ...[name, sector, subtype, intermediary ? 'yes' : 'no', ''],
  ])
  const file = await writeXlsx([HEADER, ...rows], {
    ...{ name: 'Organisations', widths: [44, 22, 34, 14, 20] },
  })
  await writeFile(
    new URL(`../tests/support/fixtures/partners-${slug}.xlsx`, import.meta.url),
    new Uint8Array(file),
  )
}
