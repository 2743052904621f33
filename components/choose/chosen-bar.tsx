'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useSentForm } from '@/components/forms/action-form'
import { FieldError } from '@/components/ui/field'

interface Props {
  legend: string
  /** What leads to the bar from a long list of rows. */
  jump: string
  /** The name of the boxes that choose rows. */
  name?: string
  children: ReactNode
}

/** What can be done with all chosen rows at once, and how many they are. */
export function ChosenBar({ legend, jump, name = 'entries', children }: Props) {
  const { state } = useSentForm()
  const bar = useRef<HTMLFieldSetElement>(null)
  const [count, setCount] = useState(0)
  const [answered, setAnswered] = useState(0)
  const fault = state.attempt === answered ? undefined : state.faults?.[name]

  useEffect(() => {
    const form = bar.current?.form
    const look = () => setCount(form?.querySelectorAll(`[name="${name}"]:checked`).length ?? 0)
    const note = ({ target }: Event) => {
      look()
      if (target instanceof HTMLInputElement && target.type === 'checkbox') {
        setAnswered(state.attempt)
      }
    }
    look()
    form?.addEventListener('change', note)
    return () => form?.removeEventListener('change', note)
  }, [name, state])

  useEffect(() => {
    if (state.faults?.[name]) bar.current?.querySelector<HTMLElement>('.chosen-fault')?.focus()
  }, [name, state])

  return (
    <>
      {count > 0 && (
        <a href="#with-chosen" className="button chosen-jump">
          {jump} <output>{count}</output>
        </a>
      )}
      <fieldset id="with-chosen" className="with-chosen" ref={bar} tabIndex={-1}>
        <legend>
          {legend} {count > 0 && <output className="chosen-count">{count}</output>}
        </legend>
        {/* Enter in a field would press the form's first button, whatever it sets. */}
        <button type="submit" disabled hidden />
        {fault && (
          <div className="chosen-fault" tabIndex={-1}>
            <FieldError id="chosen" error={fault} />
          </div>
        )}
        {children}
      </fieldset>
    </>
  )
}

/** A field with the button that sets it: Enter in the field presses that very button. */
export function ChosenField({ children }: { children: ReactNode }) {
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    event.currentTarget.querySelector('button')?.click()
  }
  return (
    <div className="with-chosen-field" onKeyDown={press}>
      {children}
    </div>
  )
}
