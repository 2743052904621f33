import { createHash } from 'node:crypto'

/**
 * A pure function that is slow, made to remember its latest `most` answers by all that it was asked:
 * who asks the same again hears the same at once, whoever it is.
 */
export function rememberLatest<Asked, Answer>(
  most: number,
  work: (asked: Asked) => Answer,
): (asked: Asked) => Answer {
  const known = new Map<string, Answer>()
  return (asked) => {
    const key = createHash('sha256').update(JSON.stringify(asked)).digest('base64')
    const answer = known.has(key) ? (known.get(key) as Answer) : work(asked)
    // Asked anew it is the latest again.
    known.delete(key)
    known.set(key, answer)
    for (const oldest of known.keys()) {
      if (known.size <= most) break
      known.delete(oldest)
    }
    return answer
  }
}
