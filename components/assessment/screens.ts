/** One statement on a screen of its own, in the reader's language. */
export interface StatementScreen {
  kind: 'statement'
  id: string
  part: number
  text: string
  /** The five levels in their order. */
  anchors: string[]
  /** Which statement of how many, in which step, and how long it still takes. */
  place: string
  left: string
}

/** What may be said of a step as a whole once its statements are through. */
export interface StepScreen {
  kind: 'step'
  slug: string
  part: number
  title: string
  comment: string
  /** The question about the time before; null in a first round. */
  lookBack: string | null
}

export type Screen = StatementScreen | StepScreen

export interface SheetWords {
  begin: string
  resume: string
  next: string
  back: string
  skip: string
  cannotJudge: string
  choose: string
  commentHint: string
  optional: string
  noMemory: string
  endTitle: string
  complete: string
  /** Before the list of statements without an answer. */
  missing: string
  review: string
  send: string
  correct: string
  sent: string
  sentText: string
  change: string
  unsent: string
  forget: string
  forgetText: string
  forgetUnsent: string
  forgetNow: string
  levels: string[]
}
