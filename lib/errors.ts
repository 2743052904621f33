export type DenialCode = 'not-found' | 'forbidden' | 'conflict' | 'repeated' | 'invalid'

/** What stands saved where somebody else was faster, as the form would have sent it. */
export interface Saved {
  version: number
  /** Fields by name; true and false for a box that is ticked or not. */
  fields: Record<string, string | boolean>
  /** Words for values that are ids. */
  names: Record<string, string>
  /** Who saved it; null for someone who is no longer known. */
  who: string | null
  when: Date
}

/** An expected refusal. `detail` names what the form should show, as a message key. */
export class Denial extends Error {
  constructor(
    readonly code: DenialCode,
    readonly detail?: string,
    /** With a conflict: what is there now. */
    readonly saved?: Saved,
  ) {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'Denial'
  }
}
