import { type Coverage, SECTORS, type Sector } from '../rules'

/** An item or milestone of a step, and who looks after it, in the words of journey/access. */
export interface OwnedEntry {
  step: string
  owner: string
}

export interface StepSector {
  sector: Sector
  coverage: Coverage
  /** Partners of the sector who look after something in the step. */
  partners: number
  /** Entries that are theirs or the sector's. */
  entries: number
}

/**
 * Who carries a step, sector by sector: covered by two partners who look after something in it,
 * thin by one, listed where only the sector as such is named.
 */
export function stepCoverage(
  entries: readonly OwnedEntry[],
  partners: readonly { id: string; sector: Sector }[],
  step: string,
): StepSector[] {
  const sectorOf = new Map(partners.map(({ id, sector }) => [`partner:${id}`, sector]))
  const here = entries.filter((entry) => entry.step === step)
  return SECTORS.map((sector) => {
    const theirs = here.filter(
      ({ owner }) => owner === `sector:${sector}` || sectorOf.get(owner) === sector,
    )
    const owners = new Set(theirs.map(({ owner }) => owner).filter((owner) => sectorOf.has(owner)))
    return {
      ...{ sector, partners: owners.size, entries: theirs.length },
      coverage: coverageOf(owners.size, theirs.length),
    }
  })
}

function coverageOf(partners: number, entries: number): Coverage {
  if (partners >= 2) return 'covered'
  if (partners === 1) return 'thin'
  return entries > 0 ? 'listed' : 'empty'
}
