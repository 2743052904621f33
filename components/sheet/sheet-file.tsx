'use client'

import { type ChangeEvent, useState } from 'react'
import { useSentForm } from '@/components/forms/action-form'
import { TextField } from '@/components/ui/field'
import { MOST_BYTES } from '@/lib/sheet/rules'

/** The file to bring back. One too large for the server to hear of is refused where it is chosen. */
export function SheetFile(props: { label: string; hint: string; tooLarge: string }) {
  const { label, hint, tooLarge } = props
  const { state } = useSentForm()
  const [refusedAt, setRefusedAt] = useState<number>()
  const choose = ({ currentTarget: field }: ChangeEvent<HTMLInputElement>) => {
    const isTooLarge = (field.files?.[0]?.size ?? 0) > MOST_BYTES
    if (isTooLarge) field.value = ''
    setRefusedAt(isTooLarge ? state.attempt : undefined)
  }
  const fault = state.status === 'refused' ? state.faults?.file : undefined
  return (
    <TextField
      key={state.attempt}
      type="file"
      name="file"
      accept=".csv,.xlsx,text/csv"
      onChange={choose}
      label={label}
      hint={hint}
      error={refusedAt === state.attempt ? tooLarge : fault}
    />
  )
}
