import { notFound } from 'next/navigation'
import { Denial } from '@/lib/errors'

/** What a loader gives; what does not exist for the viewer becomes the not-found page. */
export async function orNotFound<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading
  } catch (error) {
    if (error instanceof Denial && ['not-found', 'forbidden'].includes(error.code)) notFound()
    throw error
  }
}
