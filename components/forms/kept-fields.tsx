'use client'

import type { ComponentProps } from 'react'
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
function useKept(name: string, initial: unknown) {
  const { state } = useSentForm()
  const refused = state.status === 'refused'
  const kept = refused ? state.typed?.[name] : undefined
  return {
    // A new key mounts the control anew, since a form reset would bring back the first value.
    key: `${name}-${state.attempt}`,
    defaultValue: kept ?? (initial as string | undefined),
    error: refused ? state.faults?.[name] : undefined,
  }
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
  const refused = state.status === 'refused'
  const checked = refused ? state.typed?.[props.name] !== undefined : props.defaultChecked
  return (
    <Checkbox
      key={`${props.name}-${state.attempt}`}
      {...props}
      defaultChecked={checked}
      error={refused ? state.faults?.[props.name] : undefined}
    />
  )
}

/** A chosen file stays chosen: the control is not mounted anew. */
export function KeptFile(props: ComponentProps<typeof FileField>) {
  const { state } = useSentForm()
  const error = state.status === 'refused' ? state.faults?.[props.name] : undefined
  return <FileField {...props} error={error} />
}
