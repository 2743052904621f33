import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Subset } from '@/lib/celebrate/rules'

const FACES = {
  Bricolage: { folder: 'bricolage-grotesque', weight: 700 },
  Source: { folder: 'source-sans-3', weight: 400 },
  Strong: { folder: 'source-sans-3', weight: 600 },
} as const

type Face = keyof typeof FACES

interface CardFont {
  name: string
  data: Buffer
  weight: 400 | 600 | 700
  style: 'normal'
}

const SUBSETS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'] as const
// The face for headings speaks Latin only; what it lacks is drawn with the other.
const LATIN: readonly Subset[] = ['latin', 'latin-ext', 'vietnamese']

/** A face for drawing: its pieces one after the other, then what another face has beyond them. */
export function family(face: Face): string {
  if (face !== 'Bricolage') return SUBSETS.map((subset) => `${face} ${subset}`).join(', ')
  const own = LATIN.map((subset) => `${face} ${subset}`)
  return [...own, family('Strong')].join(', ')
}

const read = new Map<string, Promise<Buffer>>()

/** The pieces of the typefaces that a card needs, read from their packages once a process. */
export function readFonts(subsets: readonly Subset[]): Promise<CardFont[]> {
  const wanted = (Object.keys(FACES) as Face[]).flatMap((face) =>
    subsets
      .filter((subset) => face !== 'Bricolage' || LATIN.includes(subset))
      .map((subset) => ({ face, subset })),
  )
  return Promise.all(
    wanted.map(async ({ face, subset }) => {
      const { folder, weight } = FACES[face]
      const file = `${folder}/files/${folder}-${subset}-${weight}-normal.woff`
      return {
        name: `${face} ${subset}`,
        data: await readOnce(file),
        ...{ weight, style: 'normal' as const },
      }
    }),
  )
}

function readOnce(file: string): Promise<Buffer> {
  const known = read.get(file)
  if (known) return known
  const reading = readFile(join(process.cwd(), 'node_modules/@fontsource', file))
  read.set(file, reading)
  reading.catch(() => read.delete(file))
  return reading
}
