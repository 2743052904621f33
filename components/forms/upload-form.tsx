'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, startTransition, useEffect, useId, useRef } from 'react'
import type { FormState } from '@/lib/forms/state'
import { Outcome, SentForm } from './action-form'
import { noteSent } from './last-sent'
import { usePartingAction } from './parting'
import type { FormAction } from './sending'

interface Props {
  /** Takes the form as plain HTML, and from here; then it answers with the form's next state. */
  url: string
  requestKey: string
  className?: string
  label?: string
  /** What became of it when it was sent as plain HTML. */
  initial: FormState
  mostBytes: number
  words: Record<'checkFields' | 'tooLarge' | 'sending' | 'notArrived', string>
  children: ReactNode
}

/** A form with a file: too large a file is not even sent, and one that got lost stays chosen. */
export function UploadForm({
  url,
  requestKey,
  className,
  label,
  initial,
  mostBytes,
  words,
  children,
}: Props) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()

  const post: FormAction = async (previous, data) => {
    const attempt = previous.attempt + 1
    const typed = textsOf(data)
    if ([...data.values()].some((value) => value instanceof File && value.size > mostBytes)) {
      const faults = { file: words.tooLarge }
      return { status: 'refused', attempt, message: words.checkFields, faults, typed }
    }
    const answer = await send(url, data)
    if (!answer) return { status: 'refused', attempt, message: words.notArrived, typed }
    if (answer.status === 'saved') {
      form.current?.reset()
      if (answer.goTo) router.push(answer.goTo)
      else router.refresh()
    }
    return { ...answer, attempt, typed }
  }
  const { state, submit, pending, leave } = usePartingAction(post, post, initial)

  useEffect(() => {
    if (state.status !== 'refused') return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])

  const submitHere = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    noteSent(id)
    leave(event.currentTarget)
    const data = new FormData(event.currentTarget)
    startTransition(() => submit(data))
  }

  return (
    <SentForm value={{ id, state, pending, held: false }}>
      <form
        ref={form}
        action={url}
        method="post"
        encType="multipart/form-data"
        onSubmit={submitHere}
        className={className}
        aria-label={label}
        aria-busy={pending}
        noValidate
      >
        <input type="hidden" name="requestKey" value={requestKey} />
        {children}
        <p role="status" className={pending ? 'muted small' : 'visually-hidden'}>
          {pending && words.sending}
        </p>
        <Outcome />
      </form>
    </SentForm>
  )
}

/** The form's next state, or null if nothing sensible came back. */
async function send(url: string, body: FormData): Promise<FormState | null> {
  try {
    const headers = { accept: 'application/json' }
    const response = await fetch(url, { method: 'POST', body, headers })
    return (await response.json()) as FormState
  } catch {
    return null
  }
}

function textsOf(data: FormData): Record<string, string> {
  return Object.fromEntries(
    [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
