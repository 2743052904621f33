'use client'

import { useSentForm } from '@/components/forms/action-form'
import { TextField } from '@/components/ui/field'

/** The file to bring back; the last fault of it stays until another is sent. */
export function SheetFile({ label, hint }: { label: string; hint: string }) {
  const { state } = useSentForm()
  return (
    <TextField
      key={state.attempt}
      type="file"
      name="file"
      accept=".csv,.xlsx,text/csv"
      label={label}
      hint={hint}
      error={state.status === 'refused' ? state.faults?.file : undefined}
    />
  )
}
