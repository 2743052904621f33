import { useTranslations } from '@/lib/i18n/server'

/** How many chose what: five levels from ten answers on, three bands before. */
export function Bars({ bars, answers }: { bars: number[]; answers: number }) {
  const t = useTranslations('results')
  const names = bars.length === 5 ? ['1', '2', '3', '4', '5'] : ['1–2', '3', '4–5']
  return (
    <ul role="list" className="bars" aria-label={t('bars')}>
      {bars.map((count, index) => (
        <li key={index}>
          <span className="bars-name">{names[index]}</span>
          <svg
            viewBox="0 0 100 8"
            preserveAspectRatio="none"
            className="bars-track"
            aria-hidden="true"
          >
            <rect width={(100 * count) / Math.max(1, answers)} height={8} />
          </svg>
          <span className="bars-count">{count}</span>
        </li>
      ))}
    </ul>
  )
}
