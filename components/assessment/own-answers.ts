/** What somebody answered in a round, as their own device keeps it: nobody else has it by name. */
export interface OwnAnswers {
  /** By it alone the answers can be corrected. */
  secret: string
  /** Level by statement; 0 for "I cannot judge this". */
  answers: Record<string, number>
  /** Level by step, as the time of the last round is remembered. */
  lookBack: Record<string, number>
  comments: Record<string, string>
  /** The screen where the person stands. */
  screen: number
  /** Whether they were taken once. */
  sent: boolean
  /** Whether something was changed that has not been sent. */
  changed?: boolean
}

/** Where a device keeps one person's answers to one round. */
export function answersKey(userId: string, roundId: string): string {
  return `lep-answers:${userId}:${roundId}`
}

/** Somebody who has answered nothing yet. */
export function freshAnswers(): OwnAnswers {
  const secret = Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  return { secret, answers: {}, lookBack: {}, comments: {}, screen: 0, sent: false }
}

/** Whether there is anything of somebody's own in it. */
export function isBegun({ answers, comments, sent }: OwnAnswers): boolean {
  return sent || Object.keys(answers).length > 0 || Object.keys(comments).length > 0
}

/** What the device keeps under a key; null where that is nothing, or nothing that can be read. */
export function readAnswers(key: string): OwnAnswers | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isAnswers(kept) ? kept : null
  } catch {
    return null
  }
}

/** Keeps answers on the device; a device that keeps nothing is no reason to stop. */
export function keepAnswers(key: string, answers: OwnAnswers): void {
  try {
    localStorage.setItem(key, JSON.stringify(answers))
  } catch {
    return
  }
}

/** Takes answers off the device. */
export function forgetAnswers(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    return
  }
}

function isAnswers(kept: unknown): kept is OwnAnswers {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'secret' in kept &&
    typeof kept.secret === 'string' &&
    'answers' in kept &&
    typeof kept.answers === 'object'
  )
}
