import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { Point } from '@/lib/metrics/series/rules'

const SLOT = 40
const BAR = 24
const TALL = 64
const TOP = 18

interface Props {
  series: readonly Point[]
  /** What the picture says, in a sentence. */
  title: string
}

/** A bar for each quarter told; a quarter of which nothing is known stays an open place. */
export function QuarterBars({ series, title }: Props) {
  const t = useTranslations('metrics')
  const format = useFormatter()
  const most = Math.max(1, ...series.map(({ value }) => value ?? 0))
  const width = series.length * SLOT
  const ground = TOP + TALL
  const short = (value: number) => format.number(value, { notation: 'compact' })
  return (
    <svg
      className="quarter-bars"
      viewBox={`0 0 ${width} ${ground + 36}`}
      role="img"
      aria-label={title}
    >
      <line className="quarter-ground" x1="0" x2={width} y1={ground} y2={ground} />
      {series.map(({ quarter, value }, index) => {
        const x = index * SLOT + (SLOT - BAR) / 2
        const middle = index * SLOT + SLOT / 2
        const height = value === null ? 0 : Math.max(2, (value / most) * TALL)
        const [year, name = ''] = quarter.split('-')
        return (
          <g key={quarter}>
            {value === null ? (
              <rect className="quarter-gap" x={x} y={ground - 22} width={BAR} height="22" rx="3" />
            ) : (
              <rect
                className="quarter-bar"
                {...{ x, y: ground - height, width: BAR, height }}
                rx="3"
              />
            )}
            <text
              className="quarter-value"
              x={middle}
              y={ground - Math.max(height, value === null ? 22 : 0) - 5}
            >
              {value === null ? t('gap') : short(value)}
            </text>
            <text className="quarter-name" x={middle} y={ground + 15}>
              {name}
            </text>
            {(name === 'Q1' || index === 0) && (
              <text className="quarter-name" x={middle} y={ground + 31}>
                {year}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
