import { SECTORS, type Sector } from '../../partners/rules'

/** Two sectors and how many relations there are between them. */
export interface SectorPair {
  one: Sector
  other: Sector
  count: number
}

interface Ends {
  from: string
  to: string
}

/** Every two sectors that somebody belongs to, with the relations between them, none first. */
export function countBetween(
  organisations: readonly { id: string; sector: Sector }[],
  lines: readonly Ends[],
): SectorPair[] {
  const sectorOf = new Map(organisations.map(({ id, sector }) => [id, sector]))
  const present = SECTORS.filter((sector) => organisations.some((one) => one.sector === sector))
  const joined = (line: Ends, one: Sector, other: Sector) => {
    const [a, b] = [sectorOf.get(line.from), sectorOf.get(line.to)]
    return (a === one && b === other) || (a === other && b === one)
  }
  const pairs = present.flatMap((one, index) =>
    present.slice(index + 1).map((other) => ({
      ...{ one, other },
      count: lines.filter((line) => joined(line, one, other)).length,
    })),
  )
  return pairs.sort((a, b) => a.count - b.count)
}

/** Sectors to which nobody on the map belongs. */
export function absentSectors(organisations: readonly { sector: Sector }[]): Sector[] {
  return SECTORS.filter((sector) => organisations.every((one) => one.sector !== sector))
}
