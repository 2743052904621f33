import { currentViewer } from '@/lib/auth/current'
import { isFromHere, readForm } from '@/lib/evidence/receive'
import { formAction } from '@/lib/forms/form-action'
import { type FormState, IDLE } from '@/lib/forms/state'
import { getTranslations } from '@/lib/i18n/server'
import { markMilestone } from '@/lib/journey/milestones'
import { markMilestoneSchema, tickItemSchema } from '@/lib/journey/schema'
import { tickItem } from '@/lib/journey/ticks'

const tick = formAction(tickItemSchema, async (viewer, input) => {
  await tickItem(viewer, input)
})

const mark = formAction(markMilestoneSchema, async (viewer, input) => {
  await markMilestone(viewer, input)
})

/** There is nothing to look at. */
export function GET() {
  return new Response(null, { status: 404 })
}

/**
 * Takes a tick that was kept on somebody's device while there was no line, as its form would have
 * sent it, with its key: however often it comes, it has one effect.
 */
export async function POST(request: Request) {
  const [viewer, t] = await Promise.all([currentViewer(), getTranslations('forms')])
  if (!isFromHere(request)) return answer(403, t('denied.fileElsewhere'))
  // Without a form's answer it goes on waiting, until its person has signed in.
  if (!viewer) return new Response(null, { status: 401 })
  const form = await readForm(request)
  if (!(form instanceof FormData)) return answer(400, t('denied.invalid'))
  return Response.json(await (form.has('milestone') ? mark : tick)(IDLE, form))
}

function answer(status: number, message: string) {
  return Response.json({ status: 'refused', attempt: 1, message } satisfies FormState, { status })
}
