import { SECTORS, type Sector } from '../rules'

export interface Voice {
  id: string
  sector: Sector
  /** Says that nobody is missing. */
  nobody: boolean
  who: string
  why: string
  /** '', 'coordinator' or 'partner:<id>'. */
  seeker: string
  /** The partner that was found. */
  found: string | null
  /** ISO days. */
  notedOn: string
  closedOn: string | null
  version: number
}

export interface SectorVoices {
  sector: Sector
  open: Voice[]
  found: Voice[]
  /** It was said that nobody is missing, and nobody has named anybody. */
  nobody: boolean
  answered: boolean
}

/** Who is missing, sector by sector. A sector is answered once somebody or nobody was named. */
export function sortVoices(voices: readonly Voice[]): SectorVoices[] {
  return SECTORS.map((sector) => {
    const here = voices.filter((voice) => voice.sector === sector)
    const open = here.filter(({ nobody, closedOn }) => !nobody && closedOn === null)
    const found = here.filter((voice) => voice.found !== null)
    const nobody = open.length === 0 && here.some((voice) => voice.nobody)
    return { sector, open, found, nobody, answered: nobody || open.length > 0 || found.length > 0 }
  })
}
