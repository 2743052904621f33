'use client'

import { KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import type { BoardWords } from './board-words'
import type { Held } from './dots'

interface Props {
  held: Held
  words: BoardWords
  regionId: string
  onCancel: () => void
}

/** What is sent for a dot that was moved. */
export function HeldForm({ held, words, regionId, onCancel }: Props) {
  return (
    <>
      <input type="hidden" name="regionId" value={regionId} />
      <input type="hidden" name="partnerId" value={held.id} />
      <input type="hidden" name="influence" value={held.influence} />
      <input type="hidden" name="interest" value={held.interest} />
      <KeptText
        name="reason"
        id="held-reason"
        label={words.reason}
        aside={words.optional}
        defaultValue={held.reason}
        maxLength={200}
        autoComplete="off"
      />
      <div className="cluster">
        <Button>{words.save}</Button>
        <Button type="button" tone="plain" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </>
  )
}
