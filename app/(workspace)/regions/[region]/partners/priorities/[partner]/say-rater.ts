import type { Translator } from '@/lib/i18n/voice'

interface Rater {
  together: boolean
  raterName: string
  ratedBy: string | null
}

/** Who rated, as far as names are still known. */
export function sayRater(
  { together, raterName, ratedBy }: Rater,
  t: Translator<'priorities'>,
): string {
  if (together) return raterName || t('ratings.somebody')
  return ratedBy ?? t('ratings.former')
}
