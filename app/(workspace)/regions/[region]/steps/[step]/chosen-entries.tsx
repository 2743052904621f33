'use client'

import { useSentForm } from '@/components/forms/action-form'
import { FieldError } from '@/components/ui/field'

interface Props {
  legend: string
  entries: { id: string; title: string; version: number }[]
}

/** Boxes to choose entries by, each with the version that is shown. */
export function ChosenEntries({ legend, entries }: Props) {
  const { state } = useSentForm()
  const refused = state.status === 'refused' ? state : null
  const fault = refused?.faults?.entries
  const chosen = refused?.typed?.entries?.split('\n') ?? []
  return (
    <fieldset
      key={state.attempt}
      className="choices"
      aria-describedby={fault ? 'entries-error' : undefined}
      aria-invalid={fault ? true : undefined}
      tabIndex={fault ? -1 : undefined}
    >
      <legend>{legend}</legend>
      {entries.map(({ id, title, version }) => {
        const value = `${id}@${version}`
        return (
          <label key={id} className="check">
            <input
              type="checkbox"
              name="entries"
              value={value}
              defaultChecked={chosen.includes(value)}
              className="checkbox"
            />
            <span>{title}</span>
          </label>
        )
      })}
      <FieldError id="entries" error={fault} />
    </fieldset>
  )
}
