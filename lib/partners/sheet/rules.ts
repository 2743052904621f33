import type { Gain, PartnerStatus, Sector, Size, Subtype } from '../rules'

/** The columns of the sheet of organisations, in the order in which it is written. */
export const COLUMNS = [
  ...(['id', 'name', 'kind', 'sector', 'also', 'subtype', 'status', 'since'] as const),
  ...(['city', 'website', 'size', 'micro', 'bridge', 'gains', 'gainNote'] as const),
  ...(['brings', 'expects', 'version'] as const),
] as const
export type Column = (typeof COLUMNS)[number]

/** What a row can say of an organisation, in codes. */
export interface Values {
  name: string
  kind: string
  sector: Sector
  also: Sector[]
  subtype: Subtype | ''
  status: PartnerStatus
  /** ISO day since which it has this status. */
  since: string | null
  city: string
  website: string
  size: Size | ''
  micro: boolean
  bridge: boolean
  gains: Gain[]
  gainNote: string
  brings: string
  expects: string
}

/** What one row asks for. What is absent changes nothing. */
export interface Wanted {
  /** As spreadsheets number rows: the first is 1. */
  row: number
  id: string | null
  /** What the person saw; null takes things as they are now. */
  version: number | null
  set: Partial<Values>
}

/** What is wrong with a cell: a key of the messages below `register.faults`. */
export interface Fault {
  column: Column
  fault: string
  values?: Record<string, string | number>
}

/** An organisation as it stands in the register. */
export interface Standing extends Values {
  id: string
  version: number
}

/** What is chosen for a row that may be about an organisation already known. */
export type Choice = { kind: 'new' } | { kind: 'skip' } | { kind: 'same'; id: string }

export const TEXT_LIMITS = {
  ...{ name: 160, kind: 100, city: 100, website: 300 },
  ...{ gainNote: 500, brings: 1000, expects: 1000 },
} as const
