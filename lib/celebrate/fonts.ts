import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const SETS = {
  Bricolage: { folder: 'bricolage-grotesque', weight: 700, subsets: ['latin', 'latin-ext'] },
  Source: {
    folder: 'source-sans-3',
    weight: 400,
    subsets: ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
  },
  Strong: {
    folder: 'source-sans-3',
    weight: 600,
    subsets: ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
  },
} as const

type Face = keyof typeof SETS

interface CardFont {
  name: string
  data: Buffer
  weight: 400 | 600 | 700
  style: 'normal'
}

/** A face for drawing: its subsets one after the other, then what Source Sans has beyond them. */
export function family(face: Face): string {
  const own = SETS[face].subsets.map((subset) => `${face} ${subset}`)
  const others = face === 'Bricolage' ? SETS.Strong.subsets.map((one) => `Strong ${one}`) : []
  return [...own, ...others].join(', ')
}

let reading: Promise<CardFont[]> | undefined

/** The typefaces of a card, read from the packages once a process. */
export function readFonts(): Promise<CardFont[]> {
  reading ??= Promise.all(
    Object.entries(SETS).flatMap(([face, { folder, weight, subsets }]) =>
      subsets.map(async (subset) => ({
        name: `${face} ${subset}`,
        data: await readFile(fileOf(folder, subset, weight)),
        ...{ weight, style: 'normal' as const },
      })),
    ),
  )
  reading.catch(() => (reading = undefined))
  return reading
}

function fileOf(folder: string, subset: string, weight: number): string {
  const packages = join(process.cwd(), 'node_modules/@fontsource')
  return join(packages, folder, 'files', `${folder}-${subset}-${weight}-normal.woff`)
}
