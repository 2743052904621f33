import type { StepState } from '@/lib/journey/rules'

/** Eight stations as they stand, for a drawing. */
export interface ReportStation {
  slug: string
  number: number
  title: string
  part: number
  state: StepState
  progress: number
}

export type ReportBlock =
  | { kind: 'words'; text: string; quiet?: boolean }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][] }
  | { kind: 'journey'; alt: string; stations: ReportStation[] }

export interface ReportSection {
  id: string
  title: string
  blocks: ReportBlock[]
}

/**
 * A report in words: page, PDF and spreadsheet are drawn from this alone, so that none says more
 * than the others.
 */
export interface ReportDocument {
  language: 'en' | 'de'
  title: string
  /** The region's place and the days it tells of. */
  subtitle: string
  /** When it was composed, and of whom. */
  footer: string
  sections: ReportSection[]
}
