import { env } from '@/lib/env'
import { createThrottle } from '@/lib/db/throttle'
import { MAX_FILE_BYTES } from '@/lib/evidence/rules'

/** The other fields and the seams of a form beside its file. */
const FIELDS_BYTES = 64 * 1024

/** Up to here what is too large is still read to its end, and dropped, so that a browser listens. */
const MOST_DROPPED = 5 * MAX_FILE_BYTES

/** Files a person may send in an hour. */
export const mayUpload = createThrottle('upload', 120, 3600)

/**
 * Whether a browser sent this from a page of our own. Other sites can make a browser post here with
 * the person's cookie at most where it ignores SameSite; this is the second lock.
 */
export function isFromHere(request: Request): boolean {
  const origin = URL.parse(request.headers.get('origin') ?? '')
  if (!origin) return false
  return (
    origin.origin === new URL(env.APP_URL).origin || origin.host === request.headers.get('host')
  )
}

/**
 * The form of a request, read no further than a file may be large: what is beyond is never held.
 * Gives 'too-large', or 'unreadable' for what is no form.
 */
export async function readForm(request: Request): Promise<FormData | 'too-large' | 'unreadable'> {
  const type = request.headers.get('content-type') ?? ''
  const told = Number(request.headers.get('content-length') ?? 0)
  if (!type.startsWith('multipart/form-data') || !request.body) return 'unreadable'
  if (told > MOST_DROPPED) return 'too-large'
  const body = await readUpTo(request.body, MAX_FILE_BYTES + FIELDS_BYTES)
  if (body === null) return 'too-large'
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    return 'unreadable'
  }
}

async function readUpTo(stream: ReadableStream<Uint8Array>, most: number) {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size <= most) chunks.push(chunk)
    else chunks.length = 0
    if (size > MOST_DROPPED) return null
  }
  return size > most ? null : Buffer.concat(chunks)
}
