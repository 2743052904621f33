import { useFormatter } from '@/lib/i18n/server'
import type { MetricWords } from '@/lib/guidebook/metrics'

/** A metric's number as the reader's language writes it; money with its sign, else with its unit. */
export function Amount({ value, words }: { value: number; words: MetricWords }) {
  const format = useFormatter()
  if (words.unit === 'EUR') {
    return (
      <>{format.number(value, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })}</>
    )
  }
  return (
    <>
      {format.number(value)} {words.unit}
    </>
  )
}
