import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { mintViewer } from '@/lib/auth/mint'
import type { Viewer } from '@/lib/auth/rules'
import { hashSecret, SESSION_COOKIE } from '@/lib/auth/session'
import { findViewerFacts } from '@/lib/db/as-sign-in'

const facts = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  locale: z.string().nullable(),
  theme: z.string().nullable(),
  sample: z.boolean(),
  programmeRole: z.enum(['staff', 'admin']).nullable(),
  memberships: z.array(
    z.object({
      regionId: z.uuid(),
      slug: z.string(),
      name: z.string(),
      role: z.enum(['coordinator', 'partner', 'observer']),
      partnerId: z.uuid().nullable(),
    }),
  ),
})

/** Who is asking, read from the database once a request; null when signed out. */
export const currentViewer = cache(async (): Promise<Viewer | null> => (await followViewer())())

/** The same question for an answer that stays open: it can be asked again and again. */
export async function followViewer(): Promise<() => Promise<Viewer | null>> {
  const secret = (await cookies()).get(SESSION_COOKIE)?.value
  return async () => {
    const found = secret ? await findViewerFacts(hashSecret(secret)) : null
    return found ? mintViewer(facts.parse(found)) : null
  }
}

/** Who is asking; someone signed out is sent to sign in and comes back here afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer) return viewer
  const path = (await headers()).get('x-lep-path') ?? '/'
  redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}
