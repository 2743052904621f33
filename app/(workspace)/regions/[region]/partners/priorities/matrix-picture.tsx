import { Link } from '@/components/ui/link'
import { CUT, FIELDS, type Field, HIGHEST, LOWEST } from '@/lib/candid/matrix/rules'
import { DOT, layOut, layOutTray, type Point, pointOf, SIDE } from '@/lib/candid/layout/rules'
import type { Prioritised } from '@/lib/candid/priorities'
import { useTranslations } from '@/lib/i18n/server'

/** Room around the square: for the scale on the left and below. */
const LEFT = 52
const BELOW = 52
const GAP = 40
const MIDDLE = SIDE / 2
const SCALE = Array.from({ length: HIGHEST - LOWEST + 1 }, (_, index) => LOWEST + index)

const CORNERS: Record<Field, { x: number; y: number; anchor: 'start' | 'end' }> = {
  'work-closely': { x: SIDE - 10, y: 22, anchor: 'end' },
  'keep-on-board': { x: 10, y: 22, anchor: 'start' },
  'keep-informed': { x: SIDE - 10, y: SIDE - 10, anchor: 'end' },
  'keep-in-view': { x: 10, y: SIDE - 10, anchor: 'start' },
}

/** The matrix as a drawing; the table below the page says the same, number by number. */
export function MatrixPicture({ all, home }: { all: Prioritised[]; home: string }) {
  const t = useTranslations('priorities')
  const placed = all.flatMap(({ id, place }) =>
    place ? [{ id, influence: place.influence.median, interest: place.interest.median }] : [],
  )
  const tray = all.filter(({ place }) => place === null)
  const points = layOut(placed)
  const below = layOutTray(tray.map(({ id }) => id))
  const trayTop = SIDE + BELOW + GAP
  for (const [id, { x, y }] of below.points) points.set(id, { x, y: y + trayTop })
  const height = tray.length > 0 ? trayTop + below.height + 8 : SIDE + BELOW
  return (
    <div className="matrix-scroll" role="region" aria-label={t('picture.label')} tabIndex={0}>
      <svg
        viewBox={`${-LEFT} -8 ${SIDE + LEFT + 24} ${height + 8}`}
        className="matrix"
        role="group"
        aria-label={t('picture.summary', { placed: placed.length, unplaced: tray.length })}
        data-matrix=""
      >
        <Ground />
        {tray.length > 0 && (
          <text x={0} y={trayTop - 14} className="matrix-word">
            {t('picture.unplaced')}
          </text>
        )}
        {all.map((one) => {
          const point = points.get(one.id)
          return point && one.place && one.place.spread > 0 ? (
            <Halo key={one.id} point={point} spread={one.place.spread} />
          ) : null
        })}
        {all.map((one) => {
          const point = points.get(one.id)
          return point && <Dot key={one.id} one={one} point={point} home={home} />
        })}
      </svg>
    </div>
  )
}

function Ground() {
  const t = useTranslations('priorities')
  return (
    <g aria-hidden="true">
      <rect x={MIDDLE} y={0} width={MIDDLE} height={MIDDLE} className="matrix-close" />
      <rect x={0} y={0} width={SIDE} height={SIDE} className="matrix-frame" />
      <path d={`M${MIDDLE} 0V${SIDE}M0 ${MIDDLE}H${SIDE}`} className="matrix-cut" />
      {FIELDS.map((field) => {
        const { x, y, anchor } = CORNERS[field]
        return (
          <text key={field} x={x} y={y} textAnchor={anchor} className="matrix-field">
            {t(`fields.${field}`)}
          </text>
        )
      })}
      {SCALE.map((value) => {
        const { x, y } = pointOf({ influence: value, interest: value })
        const className = value === CUT ? 'matrix-scale matrix-scale-cut' : 'matrix-scale'
        return (
          <g key={value} className={className}>
            <text x={x} y={SIDE + 20} textAnchor="middle">
              {value}
            </text>
            <text x={-10} y={y + 5} textAnchor="end">
              {value}
            </text>
          </g>
        )
      })}
      <text x={SIDE} y={SIDE + 44} textAnchor="end" className="matrix-word">
        {t('interest')} →
      </text>
      <text transform="translate(-34 0) rotate(-90)" textAnchor="end" className="matrix-word">
        {t('influence')} →
      </text>
    </g>
  )
}

function Halo({ point, spread }: { point: Point; spread: number }) {
  return <circle cx={point.x} cy={point.y} r={DOT / 2 + spread * 7} className="matrix-halo" />
}

function Dot({ one, point, home }: { one: Prioritised; point: Point; home: string }) {
  const t = useTranslations('priorities')
  const { id, number, name, place, mine, choice } = one
  const label = place
    ? t('picture.dot', {
        ...{ number, name, field: t(`fields.${place.field}`), spread: place.spread },
        ...{ influence: place.influence.median, interest: place.interest.median },
      })
    : t('picture.dotUnplaced', { number, name })
  const classes = ['matrix-dot']
  if (!place) classes.push('matrix-dot-open')
  if (place?.onLine) classes.push('matrix-dot-line')
  return (
    <g transform={`translate(${point.x} ${point.y})`} className={classes.join(' ')}>
      <Link
        href={`${home}/${id}`}
        aria-label={label}
        draggable={false}
        data-dot={id}
        data-name={name}
        data-x={point.x}
        data-y={point.y}
        data-influence={mine?.influence ?? (place ? Math.round(place.influence.median) : '')}
        data-interest={mine?.interest ?? (place ? Math.round(place.interest.median) : '')}
        data-reason={mine?.reason ?? ''}
      >
        <title>{label}</title>
        <circle r={DOT / 2} className="matrix-disc" />
        {choice?.firstCircle && <circle r={DOT / 2 - 3} className="matrix-circle" />}
        <text y={4.5} textAnchor="middle" className="matrix-number">
          {number}
        </text>
      </Link>
    </g>
  )
}
