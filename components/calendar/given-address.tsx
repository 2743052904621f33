'use client'

import { useState } from 'react'
import { useSentForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

type Props = { words: { label: string; hint: string; copy: string; copied: string } }

/** What the form has given, to be copied while it is shown. */
export function GivenAddress({ words }: Props) {
  const { given } = useSentForm().state
  const [copied, setCopied] = useState<string>()
  if (!given) return null
  const copy = () => void navigator.clipboard.writeText(given).then(() => setCopied(given))
  return (
    <div className="given-address">
      <TextField
        id="calendar-address"
        name="address"
        label={words.label}
        hint={words.hint}
        value={given}
        readOnly
        // Not to be sent along with the next one.
        form="none"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button type="button" size="small" onClick={copy}>
        {copied === given ? words.copied : words.copy}
      </Button>
    </div>
  )
}
