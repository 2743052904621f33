'use client'

import { useSentForm } from '@/components/forms/action-form'

/**
 * The box that sends its form: it shows the wanted state at once and falls back if it is refused.
 * `again`: upkeep is done anew each time, so a done box offers "done" once more.
 */
export function TickBox(props: { done: boolean; label: string; again?: boolean }) {
  const { pending } = useSentForm()
  const wanted = props.done && !props.again ? 'open' : 'done'
  const shown = pending ? wanted === 'done' : props.done
  return (
    <button className="tick-box" name="state" value={wanted} data-done={shown}>
      <svg aria-hidden="true" viewBox="0 0 24 24">
        <path d="M5 12.5l4.5 4.5L19 7.5" />
      </svg>
      <span className="visually-hidden">{props.label}</span>
    </button>
  )
}
