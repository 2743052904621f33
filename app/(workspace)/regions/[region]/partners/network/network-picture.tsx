import { Link } from '@/components/ui/link'
import { useTranslations } from '@/lib/i18n/server'
import type { Drawing } from '@/lib/network/drawing/rules'
import { CORNERS, HEIGHT, isLeft, WIDTH } from '@/lib/network/layout/rules'
import { SECTORS } from '@/lib/partners/rules'
import { LineMark, RING } from './line-mark'
import { SectorMark } from './sector-mark'

/** Room above and below for the names of the sectors. */
const MARGIN = 40
/** With more lines than these, each is drawn lightly. */
const DENSE = 250

type Mark = Drawing['marks'][number]

/** The network as a drawing; the table further down says the same, line by line. */
export function NetworkPicture({ drawing, partners }: { drawing: Drawing; partners: string }) {
  const t = useTranslations('network')
  const { marks, strokes } = drawing
  return (
    <div className="network-scroll" role="region" aria-label={t('picture.label')} tabIndex={0}>
      <svg
        viewBox={`0 ${-MARGIN} ${WIDTH} ${HEIGHT + 2 * MARGIN}`}
        className="network"
        role="group"
        aria-label={t('picture.summary', {
          organisations: marks.length,
          relations: strokes.length,
        })}
        data-network=""
        data-dense={strokes.length > DENSE || undefined}
      >
        <Ground />
        <g aria-hidden="true">
          {bundle(strokes).map(({ relations: [first = '', ...more], kind, state, path }) => (
            <path
              key={first}
              d={path}
              className="network-line"
              data-kind={kind}
              data-state={state}
              data-relation={more.length === 0 ? first : undefined}
            />
          ))}
          {strokes.map(({ line: { id, state }, middle }) => (
            <LineMark key={id} state={state} {...middle} />
          ))}
        </g>
        {marks.map((mark) => (
          <Organisation key={mark.one.id} mark={mark} partners={partners} />
        ))}
      </svg>
    </div>
  )
}

/**
 * Many lines of one kind and state are one path, which spares a large map most of its weight; those
 * with an arrow keep a path each, since a path has but one end.
 */
function bundle(strokes: Drawing['strokes']) {
  const isDense = strokes.length > DENSE
  const bundles = Map.groupBy(strokes, ({ line: { id, kind, state } }) =>
    isDense && kind !== 'funds' ? `${kind} ${state}` : id,
  )
  return [...bundles.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { kind, state } = first.line
    const relations = own.map(({ line }) => line.id)
    return [{ relations, kind, state, path: own.map(({ path }) => path).join('') }]
  })
}

function Ground() {
  const words = useTranslations('words')
  return (
    <g aria-hidden="true">
      <defs>
        <marker
          id="network-arrow"
          viewBox="0 0 10 10"
          refX="8"
          refY="5"
          markerWidth="10"
          markerHeight="10"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0L10 5L0 10Z" className="network-head" />
        </marker>
      </defs>
      {SECTORS.map((sector) => (
        <text
          key={sector}
          x={isLeft(sector) ? 8 : WIDTH - 8}
          y={CORNERS[sector].y < HEIGHT / 2 ? -16 : HEIGHT + 28}
          textAnchor={isLeft(sector) ? 'start' : 'end'}
          className="network-sector"
        >
          {words(`sector.${sector}`)}
        </text>
      ))}
    </g>
  )
}

function Organisation({ mark, partners }: { mark: Mark; partners: string }) {
  const { one, point, label, bridge, relations } = mark
  const t = useTranslations('network')
  const words = useTranslations('words')
  const said = t('picture.mark', {
    ...{ name: one.name, sector: words(`sector.${one.sector}`), relations },
    bridge: String(bridge),
  })
  const beyond = point.x > WIDTH / 2
  return (
    <g transform={`translate(${point.x} ${point.y})`} className="network-mark">
      <Link href={`${partners}/${one.id}`} aria-label={said} data-organisation={one.id}>
        <title>{said}</title>
        <circle r={16} className="network-target" />
      </Link>
      <g aria-hidden="true" className="network-face">
        {bridge && <circle r={RING} className="network-ring" />}
        <SectorMark sector={one.sector} />
        {label ? (
          <text
            x={label.x - point.x}
            y={label.y - point.y}
            textAnchor={label.anchor}
            className="network-name"
          >
            {label.text}
          </text>
        ) : (
          <text
            x={beyond ? -20 : 20}
            y={5}
            textAnchor={beyond ? 'end' : 'start'}
            className="network-name network-late"
          >
            {one.name}
          </text>
        )}
      </g>
    </g>
  )
}
