/** What a form shows after it was sent; texts are already in the reader's language. */
export interface FormState {
  status: 'idle' | 'saved' | 'refused' | 'shown'
  /** Counts the sendings, so that equal answers are announced anew. */
  attempt: number
  message?: string
  /** One sentence for each field concerned. */
  faults?: Record<string, string>
  /** What was typed, given back. */
  typed?: Record<string, string>
  /** What was asked to see before anything is saved; the form that asks knows its shape. */
  shown?: unknown
}

export const IDLE: FormState = { status: 'idle', attempt: 0 }
