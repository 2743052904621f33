import { z } from 'zod'
import { mintViewer } from '@/lib/auth/mint'
import type { Viewer } from '@/lib/auth/rules'
import { hashSecret } from '@/lib/auth/session'
import { viewerFacts } from '@/lib/auth/viewer-facts'
import { findCalendarFacts, findOwnCalendarFacts } from '@/lib/db/as-sign-in'

const found = z.object({ slug: z.string(), viewer: viewerFacts })

/**
 * Who a calendar address speaks for, with a place in its one region and no programme role; null for
 * an address that never was and for one that is dead: the two are looked up alike.
 */
export async function calendarViewer(
  secret: string,
): Promise<{ viewer: Viewer; slug: string } | null> {
  const facts = await findCalendarFacts(hashSecret(secret))
  if (!facts) return null
  const { viewer, slug } = found.parse(facts)
  return { viewer: mintViewer(viewer), slug }
}

/**
 * Who an address of somebody's own days speaks for, with the places they have at this moment; null
 * like above.
 */
export async function ownCalendarViewer(secret: string): Promise<Viewer | null> {
  const facts = await findOwnCalendarFacts(hashSecret(secret))
  return facts ? mintViewer(viewerFacts.parse(facts)) : null
}
