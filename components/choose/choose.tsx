'use client'

import { useSentForm } from '@/components/forms/action-form'
import './choose.css'

interface Box {
  label: string
  /** What the boxes of all rows are called. */
  name?: string
}

/** Chooses one row; what was chosen stays so when the change was refused. */
export function ChooseBox({ value, label, name = 'entries' }: Box & { value: string }) {
  const { state } = useSentForm()
  const typed = state.status === 'refused' ? state.typed?.[name] : undefined
  return (
    <label className="choose-box">
      <input
        key={state.attempt}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={typed?.split('\n').includes(value)}
        className="checkbox"
      />
      <span className="visually-hidden">{label}</span>
    </label>
  )
}

/** Chooses all rows, or none; without scripts each is chosen by itself. */
export function ChooseAll({ label, name = 'entries' }: Box) {
  return (
    <label className="choose-box">
      <input
        type="checkbox"
        className="checkbox"
        onChange={({ currentTarget }) => {
          const boxes = currentTarget.form?.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)
          for (const box of boxes ?? []) box.checked = currentTarget.checked
        }}
      />
      <span className="visually-hidden">{label}</span>
    </label>
  )
}
