import { z } from 'zod'
import { clientAddress } from '@/lib/auth/client-address'
import { findTaskCard } from '@/lib/auth/task-link'
import { Denial } from '@/lib/errors'
import { allowsCards } from '@/lib/tasks/card/throttle'
import { openCardFile } from '@/lib/tasks/files/data'

/** A file of the card, to be saved: never shown. Its policy comes from proxy.ts. */
export async function GET(_: Request, { params }: RouteContext<'/api/card/[token]/[id]'>) {
  const { token, id } = await params
  if (!(await allowsCards(await clientAddress()))) {
    return new Response(null, { status: 429, headers: { 'retry-after': '900' } })
  }
  try {
    const card = await findTaskCard(token)
    if (!card || !z.uuid().safeParse(id).success) throw new Denial('not-found')
    const { body, headers } = await openCardFile(card, id)
    return new Response(body, { headers })
  } catch (error) {
    if (!(error instanceof Denial)) throw error
    return new Response(null, { status: 404 })
  }
}
