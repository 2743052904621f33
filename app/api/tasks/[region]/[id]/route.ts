import { z } from 'zod'
import { requireViewer } from '@/lib/auth/current'
import { Denial } from '@/lib/errors'
import { openTaskFile } from '@/lib/tasks/files/data'

/** A file of a task, to be saved: never shown. Its policy comes from proxy.ts. */
export async function GET(_: Request, { params }: RouteContext<'/api/tasks/[region]/[id]'>) {
  const [{ region, id }, viewer] = await Promise.all([params, requireViewer()])
  try {
    if (!z.uuid().safeParse(id).success) throw new Denial('not-found')
    const { body, headers } = await openTaskFile(viewer, region, id)
    return new Response(body, { headers })
  } catch (error) {
    if (!(error instanceof Denial)) throw error
    return new Response(null, { status: 404 })
  }
}
