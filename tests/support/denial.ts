import { Denial } from '@/lib/errors'

/** What a refusal says ('conflict', 'invalid: owner:invalid'); a sentence if there was none. */
export async function denialOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof Denial ? error.message : `no denial: ${String(error)}`
}
