'use client'

import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useRef,
} from 'react'
import { IDLE, type FormState } from '@/lib/forms/state'
import { noteSent, useIsLastSent } from './last-sent'
import { type FormAction, usePartingAction } from './parting'

export type { FormAction }

const SentForm = createContext<{ id: string; state: FormState; pending: boolean }>({
  id: '',
  state: IDLE,
  pending: false,
})

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
  children,
}: Props) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const { state, submit, pending, leave } = usePartingAction(action)

  useEffect(() => {
    if (state.status !== 'refused') return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])

  const send = (event: FormEvent<HTMLFormElement>) => {
    noteSent(id)
    leave(event.currentTarget)
  }

  return (
    <SentForm value={{ id, state, pending }}>
      <form
        ref={form}
        action={submit}
        onSubmit={send}
        className={className}
        aria-label={label}
        aria-busy={pending}
        noValidate
      >
        {requestKey && <input type="hidden" name="requestKey" value={requestKey} />}
        {children}
        {tells && <Outcome />}
      </form>
      {after}
    </SentForm>
  )
}

/** The one place where the outcome is said and announced, until something newer is sent. */
function Outcome() {
  const { id, state, pending } = useContext(SentForm)
  const isLast = useIsLastSent(id)
  const message = isLast && !pending ? state.message : undefined
  return (
    <p
      role="status"
      className={message ? `outcome outcome-${state.status}` : 'visually-hidden'}
      key={state.attempt}
    >
      {message}
    </p>
  )
}

export function useSentForm() {
  return useContext(SentForm)
}
