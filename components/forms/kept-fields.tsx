'use client'

import { type ComponentProps, useState } from 'react'
import { useSentForm } from '@/components/forms/action-form'
import {
  Checkbox,
  DateField,
  FileField,
  SelectField,
  TextArea,
  TextField,
} from '@/components/ui/field'

/** Fields inside an ActionForm: they show their fault and keep what was typed when it was refused. */
function useKept(name: string, given: unknown) {
  const { state } = useSentForm()
  const { initial, turn } = useSteady(given)
  const refused = state.status === 'refused'
  const kept = refused ? state.typed?.[name] : undefined
  return {
    // A new key mounts the control anew, since a form reset would bring back the first value.
    key: `${name}-${state.attempt}-${turn}`,
    defaultValue: kept ?? (initial as string | undefined),
    error: refused ? state.faults?.[name] : undefined,
  }
}

/** What the server gives at first, exchanged for something newer only while nobody is at the form. */
function useSteady<T>(given: T) {
  const { held } = useSentForm()
  const [steady, setSteady] = useState({ initial: given, turn: 0 })
  if (held || steady.initial === given) return steady
  const next = { initial: given, turn: steady.turn + 1 }
  setSteady(next)
  return next
}

export function KeptText(props: ComponentProps<typeof TextField>) {
  const { key, ...kept } = useKept(props.name, props.defaultValue)
  return <TextField key={key} {...props} {...kept} />
}

export function KeptTextArea(props: ComponentProps<typeof TextArea>) {
  const { key, ...kept } = useKept(props.name, props.defaultValue)
  return <TextArea key={key} {...props} {...kept} />
}

export function KeptSelect(props: ComponentProps<typeof SelectField>) {
  const { key, ...kept } = useKept(props.name, props.defaultValue)
  return <SelectField key={key} {...props} {...kept} />
}

export function KeptDate(props: ComponentProps<typeof DateField>) {
  const { key, ...kept } = useKept(props.name, props.defaultValue)
  return <DateField key={key} {...props} {...kept} />
}

export function KeptCheckbox(props: ComponentProps<typeof Checkbox>) {
  const { state } = useSentForm()
  const { initial, turn } = useSteady(props.defaultChecked)
  const refused = state.status === 'refused'
  const checked = refused ? state.typed?.[props.name] !== undefined : initial
  return (
    <Checkbox
      key={`${props.name}-${state.attempt}-${turn}`}
      {...props}
      defaultChecked={checked}
      error={refused ? state.faults?.[props.name] : undefined}
    />
  )
}

interface Choices {
  name: string
  legend: string
  hint?: string
  choices: { value: string; label: string; aside?: string }[]
  /** The values ticked at first. */
  chosen?: string[]
}

/** Any number of several; what was ticked stays ticked when the form is refused. */
export function KeptChoices({ name, legend, hint, choices, chosen = [] }: Choices) {
  const { state } = useSentForm()
  const refused = state.status === 'refused'
  const ticked = new Set(refused ? state.typed?.[name]?.split('\n') : chosen)
  const fault = refused ? state.faults?.[name] : undefined
  return (
    <fieldset key={`${name}-${state.attempt}`} className="field choices">
      <legend className="visually-hidden">{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {fault && <p className="field-error">{fault}</p>}
      <div className="choices-list">
        {choices.map(({ value, label, aside }) => (
          <Checkbox
            key={value}
            id={`${name}-${value}`}
            name={name}
            value={value}
            label={label}
            aside={aside}
            defaultChecked={ticked.has(value)}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** A chosen file stays chosen: the control is not mounted anew. */
export function KeptFile(props: ComponentProps<typeof FileField>) {
  const { state } = useSentForm()
  const error = state.status === 'refused' ? state.faults?.[props.name] : undefined
  return <FileField {...props} error={error} />
}
