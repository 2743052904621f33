/** What a form shows after it was sent; texts are already in the reader's language. */
export interface FormState {
  status: 'idle' | 'saved' | 'refused'
  /** Counts the sendings, so that equal answers are announced anew. */
  attempt: number
  message?: string
  /** One sentence for each field concerned. */
  faults?: Record<string, string>
  /** What the change gave and nobody can ask for again. */
  given?: string
  /** What was typed, given back. */
  typed?: Record<string, string>
}

export const IDLE: FormState = { status: 'idle', attempt: 0 }
