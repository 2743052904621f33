import Link from 'next/link'
import { useId } from 'react'
import {
  isWalked,
  tall,
  tallCurve,
  tallPoints,
  wide,
  wideCurve,
  widePoints,
  type Point,
} from './geometry'
import type { Station } from './station'
import { StationMark } from './station-mark'

type JourneyLineProps = {
  stations: Station[]
  /** Slug of the station where the region stands now. */
  current?: string | undefined
  labels: {
    /** The finding of the whole drawing in one sentence, for those who cannot see it. */
    title: string
    parts: { slug: string; title: string }[]
  }
  /** Where a station leads; without it the stations are no links. */
  href?: ((slug: string) => string) | undefined
}

/** The journey as one winding line with eight stations: wide where there is room, upright where not. */
export function JourneyLine({ stations, current, labels, href }: JourneyLineProps) {
  return (
    <div className="journey">
      <div className="journey-frame">
        <Trail stations={stations} shape="wide" />
        <Trail stations={stations} shape="tall" />
        <ol role="list" aria-label={labels.title} className="journey-stops">
          {stations.map((station, index) => (
            <li
              key={station.slug}
              className="journey-stop"
              data-number={station.number}
              data-part={station.part}
            >
              <Stop
                station={station}
                partTitle={
                  stations[index - 1]?.part === station.part
                    ? undefined
                    : labels.parts[station.part - 1]?.title
                }
                isCurrent={station.slug === current}
                href={href}
              />
            </li>
          ))}
        </ol>
        <div aria-hidden="true" className="journey-parts">
          {labels.parts.map((part, index) => (
            <span key={part.slug} className="journey-part" data-part={index + 1}>
              {part.title}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}

type StopProps = {
  station: Station
  /** The part that begins here, if one does. */
  partTitle: string | undefined
  isCurrent: boolean
  href: JourneyLineProps['href']
}

function Stop({ station, partTitle, isCurrent, href }: StopProps) {
  const content = (
    <>
      <svg
        aria-hidden="true"
        viewBox="-42 -42 84 84"
        width="84"
        height="84"
        className="journey-mark"
      >
        <StationMark station={station} />
      </svg>
      <span className="visually-hidden">{station.label}</span>
      <span aria-hidden="true" className="journey-text">
        {partTitle && <span className="journey-part-inline">{partTitle}</span>}
        <span className="journey-title">{station.title}</span>
        <span className="journey-note">{station.note ?? station.stateLabel}</span>
      </span>
    </>
  )
  const here = isCurrent ? 'step' : undefined
  if (!href) {
    return (
      <span className="journey-link" aria-current={here}>
        {content}
      </span>
    )
  }
  return (
    <Link className="journey-link" href={href(station.slug)} aria-current={here}>
      {content}
    </Link>
  )
}

const shapes = {
  wide: {
    viewBox: `0 0 ${8 * wide.columnWidth} ${wide.height}`,
    points: widePoints(),
    curve: wideCurve,
  },
  tall: {
    viewBox: `0 0 ${tall.width} ${8 * tall.rowHeight}`,
    points: tallPoints(),
    curve: tallCurve,
  },
}

type Segment = { from: Station; to: Station; start: Point; end: Point }

/** The line itself, without stations: dots for the open way, a solid stroke for the walked one. */
function Trail({ stations, shape }: { stations: Station[]; shape: 'wide' | 'tall' }) {
  const id = useId()
  const { viewBox, points, curve } = shapes[shape]
  const segments = stations.slice(1).flatMap((to, index): Segment[] => {
    const [from, start, end] = [stations[index], points[index], points[index + 1]]
    return from && start && end ? [{ from, to, start, end }] : []
  })
  const walked = segments.filter(({ from, to }) => isWalked(from, to))
  const open = segments.filter(({ from, to }) => !isWalked(from, to))
  const frame = { viewBox, preserveAspectRatio: 'none', 'aria-hidden': true } as const
  return (
    <>
      <svg {...frame} className={`journey-trail journey-trail-${shape}`}>
        {open.map(({ to, start, end }) => (
          <path
            key={to.slug}
            d={curve(start, end)}
            className="journey-open"
            data-part={to.part}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <svg {...frame} className={`journey-trail journey-trail-${shape} journey-walked-${shape}`}>
        <defs>
          {walked.map((segment) => (
            <Blend key={segment.to.slug} id={`${id}-${segment.to.slug}`} {...segment} />
          ))}
        </defs>
        {walked.map(({ to, start, end }) => (
          <path
            key={to.slug}
            d={curve(start, end)}
            className="journey-walked"
            stroke={`url(#${id}-${to.slug})`}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
    </>
  )
}

/** The colour of a walked way: one part's, or a turn from one part's to the next one's midway. */
function Blend({ id, from, to, start, end }: Segment & { id: string }) {
  return (
    <linearGradient
      id={id}
      gradientUnits="userSpaceOnUse"
      x1={start.x}
      y1={start.y}
      x2={end.x}
      y2={end.y}
    >
      <stop offset="0.3" data-part={from.part} className="journey-blend" />
      <stop offset="0.7" data-part={to.part} className="journey-blend" />
    </linearGradient>
  )
}
