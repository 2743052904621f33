import { NextResponse } from 'next/server'
import { currentViewer } from '@/lib/auth/current'
import { safePath } from '@/lib/auth/paths/rules'
import { setFlash } from '@/lib/evidence/flash'
import { isFromHere, mayUpload, readForm } from '@/lib/evidence/receive'
import { canContribute } from '@/lib/evidence/rules'
import { type FormState, IDLE } from '@/lib/forms/state'
import { SEALED_POLICY, setSafeHeaders } from '@/lib/headers'
import { getTranslations } from '@/lib/i18n/server'

type Send = (previous: FormState, form: FormData) => Promise<FormState>

/**
 * Takes a form of a task with its file. Who sends it is known before a byte of it is read. A script
 * gets the form's next state as JSON; a plain form goes back to its page, the outcome with it:
 * `formOf` names the form there.
 */
export async function takeForm(
  request: Request,
  region: string,
  send: Send,
  formOf: (form: FormData) => string,
): Promise<Response> {
  const [viewer, t] = await Promise.all([currentViewer(), getTranslations('forms')])
  const isScript = request.headers.get('accept') === 'application/json'
  const refuse = (message: string, status: number) =>
    seal(Response.json({ status: 'refused', attempt: 1, message } satisfies FormState, { status }))
  if (!isFromHere(request)) return refuse(t('denied.fileElsewhere'), 403)
  if (!viewer) {
    const status = isScript ? 401 : 303
    return seal(new NextResponse(null, { status, headers: { location: '/sign-in' } }))
  }
  if (!canContribute(viewer, region)) return refuse(t('denied.not-found'), 404)
  if (!(await mayUpload(viewer.userId))) return refuse(t('denied.fileOften'), 429)
  const form = await readForm(request)
  if (!(form instanceof FormData)) {
    const faults = form === 'too-large' ? { faults: { file: t('faults.fileTooLarge') } } : {}
    const state: FormState = { status: 'refused', attempt: 1, message: t('checkFields'), ...faults }
    return seal(isScript ? Response.json(state) : goTo('/my'))
  }
  const state = await send(IDLE, form)
  if (isScript) return seal(Response.json(state))
  const place = safePath(String(form.get('from') ?? '/my'))
  const response = goTo(place)
  setFlash(response, place, { entry: String(form.get('id') ?? ''), replaces: formOf(form), state })
  return seal(response)
}

/** There is nothing to look at. */
export function showNothing(): Response {
  return seal(new Response(null, { status: 404 }))
}

function goTo(location: string) {
  return new NextResponse(null, { status: 303, headers: { location } })
}

function seal(response: Response) {
  setSafeHeaders(response.headers, SEALED_POLICY, crypto.randomUUID())
  response.headers.set('cache-control', 'private, no-store')
  return response
}
