// Drawn from a few facts on either side: sending the drawing itself as well would cost twice as much.
'use client'

import { Link } from '@/components/ui/link'
import type { Station } from './station'
import { StationMark } from './station-mark'
import { Trail } from './trail'

type JourneyLineProps = {
  stations: Station[]
  /** Slug of the station where the region stands now. */
  current?: string | undefined
  labels: {
    /** The finding of the whole drawing in one sentence, for those who cannot see it. */
    title: string
    parts: { slug: string; title: string }[]
  }
  /** The address that a station's slug is added to; without it the stations are no links. */
  base?: string | undefined
  /** What the address ends with: "?on=2026-03-14" for instance. */
  query?: string
}

/** The journey as one winding line with eight stations: wide where there is room, upright where not. */
export function JourneyLine({ stations, current, labels, base, query = '' }: JourneyLineProps) {
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
                href={base && base + station.slug + query}
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
  href: string | undefined
}

function Stop({ station, partTitle, isCurrent, href }: StopProps) {
  const content = (
    <>
      <svg aria-hidden="true" viewBox="-42 -42 84 84" className="journey-mark">
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
    <Link className="journey-link" href={href} aria-current={here}>
      {content}
    </Link>
  )
}
