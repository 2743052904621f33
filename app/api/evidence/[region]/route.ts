import { NextResponse } from 'next/server'
import { currentViewer } from '@/lib/auth/current'
import { setFlash } from '@/lib/evidence/flash'
import { isFromHere, mayUpload, readForm } from '@/lib/evidence/receive'
import { canContribute } from '@/lib/evidence/rules'
import { addFileSchema } from '@/lib/evidence/schema'
import { addFile } from '@/lib/evidence/upload'
import { formAction } from '@/lib/forms/form-action'
import { type FormState, IDLE } from '@/lib/forms/state'
import { SEALED_POLICY, setSafeHeaders } from '@/lib/headers'
import { getTranslations } from '@/lib/i18n/server'
import { placeOfEntry } from '@/lib/journey/own/rules'

const send = formAction(addFileSchema, async (viewer, input) => {
  await addFile(viewer, input)
  return { saved: 'evidenceKept' }
})

/**
 * Takes a file as evidence. Who sends it is known before a byte of it is read. A script gets the
 * form's next state as JSON; a plain form goes back to its page, the outcome with it.
 */
export async function POST(request: Request, { params }: RouteContext<'/api/evidence/[region]'>) {
  const [{ region }, viewer, t] = await Promise.all([
    params,
    currentViewer(),
    getTranslations('forms'),
  ])
  const isScript = request.headers.get('accept') === 'application/json'
  const refuse = (message: string): FormState => ({ status: 'refused', attempt: 1, message })
  if (!isFromHere(request))
    return seal(Response.json(refuse(t('denied.fileElsewhere')), { status: 403 }))
  if (!viewer) {
    const status = isScript ? 401 : 303
    return seal(new NextResponse(null, { status, headers: { location: '/sign-in' } }))
  }
  if (!canContribute(viewer, region)) {
    return seal(Response.json(refuse(t('denied.not-found')), { status: 404 }))
  }
  if (!(await mayUpload(viewer.userId))) {
    return seal(Response.json(refuse(t('denied.fileOften')), { status: 429 }))
  }
  const form = await readForm(request)
  const state = await outcomeOf(form, t('checkFields'), t('faults.fileTooLarge'))
  if (isScript) return seal(Response.json(state))
  return seal(goBack(region, form instanceof FormData ? form : null, state))
}

/** There is nothing to look at. */
export function GET() {
  return seal(new Response(null, { status: 404 }))
}

async function outcomeOf(
  form: Awaited<ReturnType<typeof readForm>>,
  message: string,
  tooLarge: string,
): Promise<FormState> {
  if (form instanceof FormData) return send(IDLE, form)
  const faults = form === 'too-large' ? { faults: { file: tooLarge } } : {}
  return { status: 'refused', attempt: 1, message, ...faults }
}

/** To the page the form stands on; where even that is unknown, to the region. */
function goBack(region: string, form: FormData | null, state: FormState) {
  const text = (name: string) => {
    const value = form?.get(name)
    return typeof value === 'string' ? value : ''
  }
  const entry = addFileSchema.shape.entry.safeParse(text('entry')).data
  const slug = encodeURIComponent(region)
  const place = entry ? placeOfEntry(slug, entry) : `/regions/${slug}`
  const headers = { location: `${place}${entry ? '#evidence' : ''}` }
  const response = new NextResponse(null, { status: 303, headers })
  if (entry) setFlash(response, place, { entry, replaces: text('replaces') || null, state })
  return response
}

function seal(response: Response) {
  setSafeHeaders(response.headers, SEALED_POLICY, crypto.randomUUID())
  response.headers.set('cache-control', 'private, no-store')
  return response
}
