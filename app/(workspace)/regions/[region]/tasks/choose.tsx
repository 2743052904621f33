'use client'

import { useSentForm } from '@/components/forms/action-form'
import { FieldError } from '@/components/ui/field'

/** Chooses one row; what was chosen stays so when the change was refused. */
export function ChooseBox({ value, label }: { value: string; label: string }) {
  const { state } = useSentForm()
  const typed = state.status === 'refused' ? state.typed?.tasks : undefined
  return (
    <label className="choose-box">
      <input
        key={state.attempt}
        type="checkbox"
        name="tasks"
        value={value}
        defaultChecked={typed?.split('\n').includes(value)}
        className="checkbox"
      />
      <span className="visually-hidden">{label}</span>
    </label>
  )
}

/** Chooses all rows, or none; without scripts each is chosen by itself. */
export function ChooseAll({ label }: { label: string }) {
  return (
    <label className="choose-box">
      <input
        type="checkbox"
        className="checkbox"
        onChange={({ currentTarget }) => {
          const boxes = currentTarget.form?.querySelectorAll<HTMLInputElement>('[name="tasks"]')
          for (const box of boxes ?? []) box.checked = currentTarget.checked
        }}
      />
      <span className="visually-hidden">{label}</span>
    </label>
  )
}

/** Says that nothing was chosen. */
export function ChosenFault() {
  const { state } = useSentForm()
  return <FieldError id="chosen" error={state.faults?.tasks} />
}
