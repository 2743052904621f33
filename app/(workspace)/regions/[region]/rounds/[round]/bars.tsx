import { useTranslations } from '@/lib/i18n/server'

/** The width of a bar, and of the gap between two parts of it, in units of the drawing. */
const [WIDTH, GAP] = [400, 2]

/** How many chose what, in one bar: five levels from ten answers on, three bands before. */
export function Bars({ bars, answers }: { bars: number[]; answers: number }) {
  const t = useTranslations('results')
  const names = bars.length === 5 ? ['1', '2', '3', '4', '5'] : ['1–2', '3', '4–5']
  const shades = bars.length === 5 ? [1, 2, 3, 4, 5] : [1, 3, 5]
  const before = bars.map((_, index) => bars.slice(0, index).reduce((sum, one) => sum + one, 0))
  const at = (count: number) => (WIDTH * count) / Math.max(1, answers)
  return (
    <div className="bars">
      <svg
        viewBox={`0 0 ${WIDTH} 20`}
        preserveAspectRatio="none"
        className="bars-track"
        aria-hidden="true"
      >
        {bars.map(
          (count, index) =>
            count > 0 && (
              <rect
                key={index}
                x={at(before[index] ?? 0)}
                width={Math.max(GAP, at(count) - GAP)}
                height={20}
                className={`bar-${shades[index]}`}
              />
            ),
        )}
      </svg>
      <ul role="list" className="bars-counts small" aria-label={t('bars')}>
        {bars.map((count, index) => (
          <li key={index}>
            <svg viewBox="0 0 10 10" className="bars-mark" aria-hidden="true">
              <rect width={10} height={10} rx={2} className={`bar-${shades[index]}`} />
            </svg>
            {t.rich('bar', {
              level: names[index] ?? '',
              count,
              b: (text) => <strong>{text}</strong>,
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
