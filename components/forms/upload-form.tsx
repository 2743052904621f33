'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, startTransition, useEffect, useId } from 'react'
import type { FormState } from '@/lib/forms/state'
import { Outcome, SentForm } from './action-form'
import { DraftNotice } from './drafts/draft-notice'
import { useDraft } from './drafts/use-draft'
import { useForms } from './forms-provider'
import { noteSent } from './last-sent'
import { usePartingAction } from './parting'
import type { FormAction } from './sending'
import { keepUnsent } from './unsent/keep'
import { postForm } from './unsent/post'

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
  /** Kept on the device when it did not arrive: whose it is, what it is about, and what to say. */
  keeps?: { owner: string; title: string; said: string } | undefined
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
  keeps,
  children,
}: Props) {
  const id = useId()
  const forms = useForms()
  const { form, keeper, held, offer, take, discard } = useDraft(
    keeps ? (forms?.userId ?? null) : null,
    forms?.words ?? null,
  )
  const router = useRouter()

  const post: FormAction = async (previous, data) => {
    const attempt = previous.attempt + 1
    const typed = textsOf(data)
    if ([...data.values()].some((value) => value instanceof File && value.size > mostBytes)) {
      const faults = { file: words.tooLarge }
      return { status: 'refused', attempt, message: words.checkFields, faults, typed }
    }
    const answer = await postForm(url, data)
    if (!answer) {
      const isKept = keeps && (await keepUnsent({ ...keeps, url }, data))
      const message = isKept ? keeps.said : words.notArrived
      if (isKept) keeper.current?.forget()
      return { status: 'refused', attempt, message, typed, kept: isKept === true }
    }
    if (answer.status === 'saved') {
      keeper.current?.forget()
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
  }, [state, form])

  const submitHere = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    noteSent(id)
    leave(event.currentTarget)
    const data = new FormData(event.currentTarget)
    startTransition(() => submit(data))
  }

  return (
    <SentForm value={{ id, state, pending, held }}>
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
        {offer && forms && (
          <DraftNotice offer={offer} words={forms.words} onTake={take} onDiscard={discard} />
        )}
        {children}
        <p role="status" className={pending ? 'muted small' : 'visually-hidden'}>
          {pending && words.sending}
        </p>
        <Outcome />
      </form>
    </SentForm>
  )
}

function textsOf(data: FormData): Record<string, string> {
  return Object.fromEntries(
    [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
