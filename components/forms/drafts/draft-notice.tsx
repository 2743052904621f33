import type { Offer } from './keeper'
import { Icon } from '@/components/ui/icon'
import type { FormsContext } from '../forms-provider'

interface Props {
  offer: Offer
  words: FormsContext['words']
  onTake: () => void
  onDiscard: () => void
}

/** Offers what was begun here earlier; nothing is overwritten until it is wanted. */
export function DraftNotice({ offer, words, onTake, onDiscard }: Props) {
  return (
    <div role="group" aria-label={words.label} className="notice notice-attention draft-notice">
      <Icon name="clock" />
      <div className="notice-body stack">
        <p>{sayOffer(offer, words)}</p>
        <p className="cluster">
          <button type="button" className="button button-quiet button-small" onClick={onTake}>
            {words.bringBack}
          </button>
          <button type="button" className="button button-plain button-small" onClick={onDiscard}>
            {words.discard}
          </button>
        </p>
      </div>
    </div>
  )
}

/** Only ever said in the browser, whose clock and place count here. */
export function sayOffer({ draft, outdated }: Offer, words: FormsContext['words']) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'long',
    timeStyle: 'short',
  })
  const begun = words.begun.replace('{when}', format.format(draft.at))
  return outdated ? `${begun} ${words.outdated}` : begun
}
