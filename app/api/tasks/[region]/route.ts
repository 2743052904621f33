import { z } from 'zod'
import { formAction } from '@/lib/forms/form-action'
import { tickTaskSchema } from '@/lib/tasks/card/schema'
import { withFile } from '@/lib/tasks/files/take'
import { moveTask } from '@/lib/tasks/moves'
import { showNothing, takeForm } from '../take-form'

/** Where the form stands; without scripts one comes back there. */
const from = z.string().max(200).default('/my')

const send = formAction(
  z.object({ ...tickTaskSchema.shape, from }),
  async (viewer, { file, from: _, ...input }) => {
    const { done } = await withFile(input.regionId, file, (taken) => moveTask(viewer, input, taken))
    return { saved: done ? 'taskDone' : 'taskSubmitted' }
  },
)

export const GET = showNothing

/** Takes a tick-off with its note, page and photo in one. */
export async function POST(request: Request, { params }: RouteContext<'/api/tasks/[region]'>) {
  const { region } = await params
  return takeForm(request, region, send, (form) => String(form.get('partner') ?? ''))
}
