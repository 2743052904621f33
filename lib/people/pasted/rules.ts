import type { RegionRole } from '../../auth/rules'
import type { Sector } from '../../partners/rules'

/** The people that one pasted list may invite. */
export const MOST_PASTED = 200

/** The characters that one pasted list may have. */
export const MOST_PASTED_LENGTH = 40_000

export const LIMITS = { email: 254, name: 100, organisation: 160 } as const

/** What one line asks for; what it leaves out is empty. */
export interface Pasted {
  /** The line it stands on, the first is 1. */
  row: number
  email: string
  name: string
  organisation: string
  role: RegionRole | null
}

/** What is wrong with a line: a key of the messages below `inviting.faults`. */
export type PastedFault =
  | 'noAddress'
  | 'address'
  | 'tooLong'
  | 'roleUnknown'
  | 'roleNotYours'
  | 'organisationMissing'
  | 'organisationUnknown'

export interface PastedRow {
  wanted: Pasted
  faults: PastedFault[]
}

/** Whom a name of an organisation that the register does not have stands for. */
export type OrganisationChoice = { kind: 'known'; id: string } | { kind: 'new'; sector: Sector }
