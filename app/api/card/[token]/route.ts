import { NextResponse } from 'next/server'
import { clientAddress } from '@/lib/auth/client-address'
import { findTaskCard, type TaskCard } from '@/lib/auth/task-link'
import { setFlash } from '@/lib/evidence/flash'
import { readForm } from '@/lib/evidence/receive'
import { publicFormAction } from '@/lib/forms/form-action'
import { type FormState, IDLE } from '@/lib/forms/state'
import { hidePlace, SEALED_POLICY, setSafeHeaders } from '@/lib/headers'
import { getTranslations } from '@/lib/i18n/server'
import { commentCard, moveCard } from '@/lib/tasks/card/moves'
import { cardCommentSchema, cardMoveSchema, endCardSchema } from '@/lib/tasks/card/schema'
import { allowsAnswers, allowsCards } from '@/lib/tasks/card/throttle'
import { endOwnLink } from '@/lib/tasks/links/data'

/** There is nothing to look at. */
export function GET() {
  return seal(new Response(null, { status: 404 }))
}

/**
 * What somebody answers who came by a mailed address: of the one task that it names, whatever the
 * form says. Whose it is, is known before a byte of the form is read. No cookie has a say here, so no
 * other site can send it in anybody's name.
 */
export async function POST(request: Request, { params }: RouteContext<'/api/card/[token]'>) {
  const [{ token }, t] = await Promise.all([params, getTranslations('forms')])
  const isScript = request.headers.get('accept') === 'application/json'
  const place = `/t/${encodeURIComponent(token)}`
  const refuse = (message: string, status: number) => {
    const state: FormState = { status: 'refused', attempt: 1, message }
    return isScript ? seal(Response.json(state, { status })) : seal(goTo(place))
  }
  if (!(await allowsCards(await clientAddress()))) return refuse(t('denied.tooOften'), 429)
  const card = await findTaskCard(token)
  if (!card) return refuse(t('denied.cardGone'), 404)
  if (!(await allowsAnswers(card.viewer.userId))) return refuse(t('denied.tooOften'), 429)
  const form = await readForm(request)
  const state = form instanceof FormData ? await answer(card, form) : unread(form, t)
  if (isScript) return seal(Response.json(state))
  const response = goTo(state.goTo ?? place)
  if (!state.goTo) setFlash(response, place, { entry: card.taskId, replaces: null, state })
  return seal(response)
}

type Words = Awaited<ReturnType<typeof getTranslations<'forms'>>>

function unread(form: 'too-large' | 'unreadable', t: Words): FormState {
  const faults = form === 'too-large' ? { faults: { file: t('faults.fileTooLarge') } } : {}
  return { status: 'refused', attempt: 1, message: t('checkFields'), ...faults }
}

async function answer(card: TaskCard, form: FormData): Promise<FormState> {
  let did: string | null = null
  const move = publicFormAction(cardMoveSchema, async (input, requestKey) => {
    const { done } = await moveCard(card, input, requestKey)
    did = input.move === 'tick' ? (done ? 'done' : 'submitted') : 'back'
    return { saved: done ? 'taskDone' : input.move === 'tick' ? 'taskSubmitted' : 'taskBack' }
  })
  const comment = publicFormAction(cardCommentSchema, async ({ text }, requestKey) => {
    await commentCard(card, text, requestKey)
    return { saved: 'cardCommented' }
  })
  const end = publicFormAction(endCardSchema, async () => {
    await endOwnLink(card)
    did = 'ended'
    return { saved: 'done' }
  })
  const act = { comment, end }[String(form.get('move'))] ?? move
  const state = await act(IDLE, form)
  return did ? { ...state, goTo: `/t/thanks?did=${did}` } : state
}

/** By a relative address, for the app does not know by what name it was reached. */
function goTo(location: string) {
  return new NextResponse(null, { status: 303, headers: { location } })
}

function seal(response: Response) {
  setSafeHeaders(response.headers, SEALED_POLICY, crypto.randomUUID())
  hidePlace(response.headers)
  response.headers.set('cache-control', 'private, no-store')
  return response
}
