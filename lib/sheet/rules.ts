export const FORMATS = ['csv', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

/** The rows below the header that one file may have. */
export const MOST_ROWS = 2000

/** The bytes of a file that is brought. */
export const MOST_BYTES = 1024 * 1024

/** What a cell holds: text, or a formula, which nobody evaluates. */
export type Cell = string | { formula: true }

/** What a sheet would change, in the reader's language. */
export interface SheetPreview {
  headline: string
  rows: PreviewRow[]
  unchanged: string
  ignored: string | null
  /** What is to be sent for it to be saved; null while it cannot be. */
  changes: string | null
}

export interface PreviewRow {
  row: number
  what: string
  changes: string[]
  faults: string[]
}

/** The most that a form can carry of a sheet's changes, in characters. */
export const MOST_CHANGES_LENGTH = 1_600_000
