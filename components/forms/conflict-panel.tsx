'use client'

import { type FormEvent, type RefObject, useEffect, useId, useRef } from 'react'
import type { FormState } from '@/lib/forms/state'
import { useForms } from './forms-provider'
import { isFocusLost } from './nearest-place'

interface Props {
  state: FormState
  /** Sends the form's own action. */
  submit: (data: FormData) => void
  form: RefObject<HTMLFormElement | null>
  /** The fields in which only the other person changed something: nothing is lost there. */
  untouched: ReadonlySet<string>
  onKeep: () => void
  onOver: () => void
}

/**
 * Both versions of a thing that two people changed, and the choice between them. Without JavaScript
 * "over" posts what was sent once more over the present version, and "keep" fetches the page.
 */
export function ConflictPanel({ state, submit, form, untouched, onKeep, onOver }: Props) {
  const id = useId()
  const heading = useRef<HTMLParagraphElement>(null)
  const words = useForms()?.conflictWords
  const { conflict, typed = {} } = state

  useEffect(() => {
    const whole = form.current
    heading.current?.focus()
    return () => {
      if (isFocusLost()) whole?.querySelector<HTMLElement>('button:not([type="button"])')?.focus()
    }
  }, [form])

  if (!conflict || !words) return null
  const { version, title, rows } = conflict
  const instead = (choose: () => void) => (event: FormEvent) => {
    event.preventDefault()
    choose()
  }
  const chooses = rows.some(({ name }) => !untouched.has(name))
  const again = Object.entries({ ...typed, version }).filter(([name]) => name !== 'requestKey')
  return (
    <section aria-labelledby={id} className="conflict notice notice-attention">
      <div className="notice-body stack">
        <p id={id} ref={heading} tabIndex={-1}>
          <strong>{title}</strong> {chooses ? words.lede : words.same}
        </p>
        {rows.length > 0 && (
          <dl className="conflict-rows">
            {rows.map((row) => (
              <div key={row.name} className="conflict-row">
                <dt>{row.label}</dt>
                <dd>
                  <span className="muted small">{words.theirs}</span>
                  <span className="conflict-text">{row.theirs}</span>
                </dd>
                <dd>
                  <span className="muted small">
                    {untouched.has(row.name) ? words.stays : words.mine}
                  </span>
                  {!untouched.has(row.name) && <span className="conflict-text">{row.mine}</span>}
                </dd>
              </div>
            ))}
          </dl>
        )}
        <div className="cluster">
          <form method="get" onSubmit={instead(onKeep)}>
            <button className="button button-quiet button-small">
              {chooses ? words.keep : words.seen}
            </button>
          </form>
          {chooses && (
            <form action={submit} onSubmit={instead(onOver)}>
              {again.map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <button className="button button-plain button-small">{words.over}</button>
            </form>
          )}
        </div>
      </div>
    </section>
  )
}
