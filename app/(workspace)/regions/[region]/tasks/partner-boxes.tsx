'use client'

import { useSentForm } from '@/components/forms/action-form'
import { FieldError } from '@/components/ui/field'

interface Props {
  label: string
  hint: string
  partners: { id: string; name: string; chosen: boolean }[]
}

/** Organisations to tick, as many as one likes; what was ticked stays so when it was refused. */
export function PartnerBoxes({ label, hint, partners }: Props) {
  const { state } = useSentForm()
  const refused = state.status === 'refused'
  const typed = refused ? (state.typed?.partners ?? '').split('\n') : null
  return (
    <fieldset className="partner-boxes">
      <legend className="field-label">{label}</legend>
      <p className="field-hint">{hint}</p>
      <div className="partner-boxes-list" key={state.attempt}>
        {partners.map(({ id, name, chosen }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              name="partners"
              value={id}
              defaultChecked={typed ? typed.includes(id) : chosen}
              className="checkbox"
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <FieldError id="partners" error={refused && state.faults?.partners} />
    </fieldset>
  )
}
