import { useTranslations } from '@/lib/i18n/server'

/** Says a quarter such as 2026-Q3 in the reader's language. */
export function useQuarter(): (quarter: string) => string {
  const t = useTranslations('metrics')
  return (quarter) => t('quarter', { year: quarter.slice(0, 4), n: quarter.slice(6) })
}
