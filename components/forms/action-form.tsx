'use client'

import { useRouter } from 'next/navigation'
import {
  createContext,
  type FormEvent,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { IDLE, type FormState } from '@/lib/forms/state'
import { announce } from './announcer'
import { ConflictPanel } from './conflict-panel'
import { DraftNotice } from './drafts/draft-notice'
import { useDraft } from './drafts/use-draft'
import { useForms } from './forms-provider'
import { isFocusLost } from './nearest-place'
import { noteSent, useIsLastSent } from './last-sent'
import { usePartingAction } from './parting'
import { keepUnsent } from './unsent/keep'
import { listUntouched } from './untouched'
import { asOver, type FormAction, KEEP_SAVED, sendSafely } from './sending'

export type { FormAction }

interface Sent {
  id: string
  state: FormState
  pending: boolean
  /** Somebody is at the fields: what they saw stays until they are done. */
  held: boolean
}

/** What the fields of a form know of it: whether it is on its way, and what came back. */
export const SentForm = createContext<Sent>({ id: '', state: IDLE, pending: false, held: false })

interface Props {
  action: FormAction
  /** Fresh for every rendering by the server, so that an impatient thumb has one effect. */
  requestKey?: string
  className?: string
  /** Where the outcome is told; false where a parent tells it. */
  tells?: boolean
  label?: string
  /** Beside the form, where its outcome is known too: what it shows may hold a form of its own. */
  after?: ReactNode
  /** False for a form in which nothing is written, only chosen for the moment. */
  keepsDraft?: boolean
  /** Where it is sent to later when it did not arrive; only for what one press says. */
  keepsUnsent?: string
  children: ReactNode
}

/** A form that posts as plain HTML, and with JavaScript keeps the page, the words and the focus. */
export function ActionForm({
  action,
  requestKey,
  className,
  tells = true,
  label,
  after,
  keepsDraft = true,
  keepsUnsent,
  children,
}: Props) {
  const id = useId()
  const forms = useForms()
  const words = forms?.words ?? null
  const { form, keeper, held, offer, take, discard } = useDraft(
    keepsDraft ? (forms?.userId ?? null) : null,
    words,
  )
  const router = useRouter()
  const send: FormAction = async (previous, data) => {
    if (data === KEEP_SAVED) return { status: 'idle', attempt: previous.attempt + 1 }
    const seen = keeper.current?.version
    // What was typed was typed over what was seen then, whatever has come in since.
    if (seen && data.has('version')) data.set('version', seen)
    const forget = () => keeper.current?.forget()
    const answer = await sendSafely(action, { previous, data }, words, forget)
    if (answer.status === 'saved') forget()
    if (!answer.unsent || !keepsUnsent || !forms) return answer
    const place = { owner: forms.userId, url: keepsUnsent, title: label ?? '' }
    const isKept = await keepUnsent(place, data)
    return { ...answer, message: isKept ? forms.words.kept : forms.words.lost, kept: isKept }
  }
  const { state, submit, pending, leave } = usePartingAction(action, send)
  const [untouched, setUntouched] = useState<ReadonlySet<string>>(new Set())
  const stood = useRef('')

  useEffect(() => {
    const fault = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (state.status === 'refused' && fault) return fault.focus()
    // A field is mounted anew with its answer: whoever stood in it stands there again.
    if (!stood.current || !isFocusLost()) return
    const field = document.getElementById(stood.current)
    if (field && form.current?.contains(field)) field.focus({ preventScroll: true })
  }, [state, form])

  useEffect(() => {
    if (!state.unsent || !words || keepsUnsent) return
    const greet = () => announce(words.online)
    window.addEventListener('online', greet, { once: true })
    return () => window.removeEventListener('online', greet)
  }, [state, words, keepsUnsent])

  const keepSaved = () => {
    keeper.current?.forget()
    announce(forms?.conflictWords.kept ?? '')
    startTransition(() => submit(KEEP_SAVED))
    router.refresh()
  }
  const saveOver = () => {
    if (!form.current || !state.conflict) return
    const data = asOver(form.current, state, untouched)
    keeper.current?.accept(state.conflict.version)
    leave(form.current)
    startTransition(() => submit(data))
  }
  const note = (event: FormEvent<HTMLFormElement>) => {
    noteSent(id)
    // What was refused comes back as the given value; it stays what the person typed.
    const left = listUntouched(event.currentTarget)
    setUntouched(state.status === 'refused' ? left.intersection(untouched) : left)
    stood.current = document.activeElement?.id ?? ''
    leave(event.currentTarget)
  }

  return (
    <SentForm value={{ id, state, pending, held }}>
      <form
        ref={form}
        action={submit}
        onSubmit={note}
        className={className}
        aria-label={label}
        aria-busy={pending}
        noValidate
      >
        {requestKey && <input type="hidden" name="requestKey" value={requestKey} />}
        {offer && words && (
          <DraftNotice offer={offer} words={words} onTake={take} onDiscard={discard} />
        )}
        {children}
        {tells && <Outcome />}
      </form>
      {after}
      {state.conflict && (
        <ConflictPanel
          key={state.attempt}
          {...{ state, submit, form, untouched }}
          onKeep={keepSaved}
          onOver={saveOver}
        />
      )}
    </SentForm>
  )
}

/** The one place where the outcome is said and announced, until something newer is sent. */
export function Outcome() {
  const { id, state, pending } = useContext(SentForm)
  const isLast = useIsLastSent(id)
  const message = isLast && !pending ? state.message : undefined
  return (
    <>
      <p
        role="status"
        // Without a script the page is a new one: it begins at what came of the form.
        tabIndex={message ? -1 : undefined}
        autoFocus={message !== undefined}
        className={message ? `outcome outcome-${toneOf(state)}` : 'visually-hidden'}
        key={state.attempt}
      >
        {message}
      </p>
      {message && state.lines && (
        <ul className="outcome-lines">
          {state.lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What is only kept for later is neither done nor refused. */
function toneOf({ status, kept }: FormState) {
  return kept ? 'kept' : status
}

export function useSentForm() {
  return useContext(SentForm)
}
