'use client'

import { useSentForm } from '@/components/forms/action-form'
import { TickMark } from './tick-mark'

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
      <TickMark />
      <span className="visually-hidden">{props.label}</span>
    </button>
  )
}
