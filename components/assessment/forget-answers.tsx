import { Disclosure } from '@/components/ui/disclosure'
import type { OwnAnswers } from './own-answers'

interface Props {
  own: OwnAnswers
  words: Record<'forget' | 'forgetText' | 'forgetUnsent' | 'forgetNow', string>
  forget: () => void
}

/** Takes somebody's answers off their device; asks once, for it cannot be undone. */
export function ForgetAnswers({ own, words, forget }: Props) {
  return (
    <Disclosure summary={words.forget}>
      <p>{own.sent ? words.forgetText : words.forgetUnsent}</p>
      <button type="button" className="button button-quiet button-small" onClick={forget}>
        {words.forgetNow}
      </button>
    </Disclosure>
  )
}
