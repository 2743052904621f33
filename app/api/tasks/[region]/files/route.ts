import { z } from 'zod'
import { formAction } from '@/lib/forms/form-action'
import { attachFile, checkAttach } from '@/lib/tasks/files/changes'
import { attachFileSchema } from '@/lib/tasks/files/schema'
import { withFile } from '@/lib/tasks/files/take'
import { showNothing, takeForm } from '../../take-form'

const from = z.string().max(200)

const send = formAction(
  z.object({ ...attachFileSchema.shape, from }),
  async (viewer, { file, from: _, ...place }) => {
    await checkAttach(viewer, place)
    await withFile(place.regionId, file, async (taken) => {
      if (taken) await attachFile(viewer, place, taken)
    })
    return { saved: 'attached' }
  },
)

export const GET = showNothing

/** Takes a file that helps with a task. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/api/tasks/[region]/files'>,
) {
  const { region } = await params
  return takeForm(request, region, send, () => 'shelf')
}
