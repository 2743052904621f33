import { useEffect, useRef, useState } from 'react'
import { announce } from '../announcer'
import type { FormsContext } from '../forms-provider'
import { sayOffer } from './draft-notice'
import { listTyped, writeValues } from './form-values'
import { DraftKeeper, type Offer } from './keeper'

/** What was typed into a form and not saved: kept on the device for a person and offered again. */
export function useDraft(userId: string | null, words: FormsContext['words'] | null) {
  const form = useRef<HTMLFormElement>(null)
  const keeper = useRef<DraftKeeper>(null)
  const [offer, setOffer] = useState<Offer | null>(null)
  const [held, setHeld] = useState(false)

  useEffect(() => {
    if (!form.current) return
    const own = new DraftKeeper(form.current, { onOffer: setOffer, onHold: setHeld })
    keeper.current = own
    own.open(userId)
    return () => own.close()
  }, [userId])

  useEffect(() => {
    if (!offer || !words) return
    openAround(form.current)
    announce(sayOffer(offer, words))
  }, [offer, words])

  const take = () => {
    if (!offer || !form.current) return
    keeper.current?.resume(offer.draft)
    writeValues(form.current, offer.draft.fields)?.focus()
  }
  const discard = () => {
    keeper.current?.forget()
    if (form.current) listTyped(form.current)[0]?.focus()
  }
  return { form, keeper, held, offer, take, discard }
}

/** What is offered must be seen, also in a part of the page that is folded up. */
function openAround(form: Element | null) {
  for (let part = form?.closest('details'); part; part = part.parentElement?.closest('details')) {
    part.open = true
  }
}
