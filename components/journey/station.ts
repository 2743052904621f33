/** How far a step has come, as the guidebook's rules decide it. */
export type StationState = 'not_started' | 'in_progress' | 'reached' | 'confirmed' | 'sustained'

/** One of the eight steps as the drawing needs it: every word already in the reader's language. */
export type Station = {
  slug: string
  /** 1 to 8, in the order of the journey. */
  number: number
  title: string
  /** 1 to 4. */
  part: number
  state: StationState
  /** The state in words, shown beside the title. */
  stateLabel: string
  /** The whole station in words, for those who cannot see the drawing. */
  label: string
  /** 0 to 100. */
  progress: number
  /** What to say instead of the state where there is something more telling. */
  note?: string | undefined
}

const reachedStates: ReadonlySet<StationState> = new Set(['reached', 'confirmed', 'sustained'])

/** Whether the facts of the step hold, confirmed by partners or not. */
export function isReached(station: Station): boolean {
  return reachedStates.has(station.state)
}
