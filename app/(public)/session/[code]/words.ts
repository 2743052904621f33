import type { PhoneWords } from '@/components/consensus/phone'
import type { Translator } from '@/lib/i18n/voice'

const KEYS = [
  ...(['waiting', 'waitingLede', 'vote', 'cannotJudge', 'kept', 'sending', 'unsent'] as const),
  ...(['late', 'shown', 'few', 'agreed', 'ended', 'endedLede', 'away', 'reload'] as const),
]

/** What a phone says, in its language. */
export function listPhoneWords(t: Translator<'session'>): PhoneWords {
  const said = Object.fromEntries(KEYS.map((key) => [key, t(`phone.${key}`)]))
  const levels = [1, 2, 3, 4, 5].map((level) => t('phone.level', { level }))
  return { ...(said as Record<(typeof KEYS)[number], string>), levels }
}
