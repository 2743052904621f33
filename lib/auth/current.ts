import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { mintViewer } from '@/lib/auth/mint'
import type { Viewer } from '@/lib/auth/rules'
import { hashSecret, SESSION_COOKIE } from '@/lib/auth/session'
import { viewerFacts } from '@/lib/auth/viewer-facts'
import { findViewerFacts } from '@/lib/db/as-sign-in'

/** Who is asking, read from the database once a request; null when signed out. */
export const currentViewer = cache(async (): Promise<Viewer | null> => (await followViewer())())

/** The same question for an answer that stays open: it can be asked again and again. */
export async function followViewer(): Promise<() => Promise<Viewer | null>> {
  const secret = (await cookies()).get(SESSION_COOKIE)?.value
  return async () => {
    const found = secret ? await findViewerFacts(hashSecret(secret)) : null
    return found ? mintViewer(viewerFacts.parse(found)) : null
  }
}

/** Who is asking; someone signed out is sent to sign in and comes back here afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer) return viewer
  const path = (await headers()).get('x-lep-path') ?? '/'
  redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}
