/** What a form shows after it was sent; texts are already in the reader's language. */
export interface FormState {
  status: 'idle' | 'saved' | 'refused' | 'shown'
  /** Counts the sendings, so that equal answers are announced anew. */
  attempt: number
  message?: string
  /** One sentence for each field concerned. */
  faults?: Record<string, string>
  /** What is wrong with what was sent, line by line: for a file, which has no fields. */
  lines?: string[]
  /** What the change gave and nobody can ask for again. */
  given?: string
  /** What was typed, given back; ticked choices of one name as words in a row. */
  typed?: Record<string, string>
  /** Where it leads to, for a form that is not sent as a server action. */
  goTo?: string
  /** What was asked to see before anything is saved; the form that asks knows its shape. */
  shown?: unknown
  /** No answer came: it may be sent again as it is. */
  unsent?: boolean
  /** It is kept on the device and goes out by itself. */
  kept?: boolean
  /** Somebody else was faster: both versions, to choose from. */
  conflict?: FormConflict
}

/** Two versions of one thing, in words. */
export interface FormConflict {
  /** The version that is saved now. */
  version: string
  /** Who changed it and when. */
  title: string
  /** The fields that differ; none when both are the same. */
  rows: {
    name: string
    label: string
    theirs: string
    mine: string
    /** What is saved, as the form would send it. */
    saved: string | boolean
  }[]
}

export const IDLE: FormState = { status: 'idle', attempt: 0 }
