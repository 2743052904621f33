'use client'

import { useSentForm } from '@/components/forms/action-form'
import { FieldError } from '@/components/ui/field'

/** Says that nothing was chosen. */
export function ChosenFault() {
  const { state } = useSentForm()
  return <FieldError id="chosen" error={state.faults?.entries} />
}
