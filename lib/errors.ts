export type DenialCode = 'not-found' | 'forbidden' | 'conflict' | 'repeated' | 'invalid'

/** An expected refusal. `detail` names what the form should show, as a message key. */
export class Denial extends Error {
  constructor(
    readonly code: DenialCode,
    readonly detail?: string,
  ) {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'Denial'
  }
}
