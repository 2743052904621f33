'use client'

import { createContext, useActionState, useContext, type ReactNode } from 'react'
import { IDLE, type FormState } from '@/lib/forms/state'

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>

const SentForm = createContext<{ state: FormState; pending: boolean }>({
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
  children: ReactNode
}

/** A form that posts as plain HTML, and with JavaScript keeps the page, the words and the focus. */
export function ActionForm({
  action,
  requestKey,
  className,
  tells = true,
  label,
  children,
}: Props) {
  const [state, submit, pending] = useActionState(action, IDLE)
  return (
    <SentForm value={{ state, pending }}>
      <form action={submit} className={className} aria-label={label} aria-busy={pending} noValidate>
        {requestKey && <input type="hidden" name="requestKey" value={requestKey} />}
        {children}
        {tells && <Outcome />}
      </form>
    </SentForm>
  )
}

/** The one place where the outcome is said and announced. */
function Outcome() {
  const { state } = useContext(SentForm)
  return (
    <p
      role="status"
      className={state.message ? `outcome outcome-${state.status}` : 'visually-hidden'}
      key={state.attempt}
    >
      {state.message}
    </p>
  )
}

export function useSentForm() {
  return useContext(SentForm)
}
