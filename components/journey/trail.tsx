import { useId } from 'react'
import {
  isWalked,
  tall,
  tallCurve,
  tallPoints,
  turnsOf,
  wide,
  wideCurve,
  widePoints,
} from './geometry'
import type { Station } from './station'

const shapes = {
  wide: {
    viewBox: `0 0 ${8 * wide.columnWidth} ${wide.height}`,
    points: widePoints(),
    curve: wideCurve,
    along: { x1: wide.columnWidth / 2, x2: 7.5 * wide.columnWidth },
  },
  tall: {
    viewBox: `0 0 ${tall.width} ${8 * tall.rowHeight}`,
    points: tallPoints(),
    curve: tallCurve,
    along: { x1: 0, x2: 0, y1: tall.rowHeight / 2, y2: 7.5 * tall.rowHeight },
  },
}

/** The line itself, without stations: dots for the open way, a solid stroke for the walked one. */
export function Trail({ stations, shape }: { stations: Station[]; shape: 'wide' | 'tall' }) {
  const id = useId()
  const { viewBox, points, curve, along } = shapes[shape]
  const way = (wanted: boolean) =>
    stations
      .slice(1)
      .map((to, index) => {
        const [from, start, end] = [stations[index], points[index], points[index + 1]]
        return from && start && end && isWalked(from, to) === wanted ? curve(start, end) : ''
      })
      .join('')
  const frame = { viewBox, preserveAspectRatio: 'none', 'aria-hidden': true } as const
  const line = { stroke: `url(#${id})`, vectorEffect: 'non-scaling-stroke' } as const
  return (
    <>
      <svg {...frame} className={`journey-trail journey-trail-${shape}`}>
        <linearGradient id={id} gradientUnits="userSpaceOnUse" {...along}>
          {turnsOf(stations).map(({ at, part }) => (
            <stop key={at} offset={at} data-part={part} className="journey-blend" />
          ))}
        </linearGradient>
        <path d={way(false)} className="journey-open" {...line} />
      </svg>
      <svg {...frame} className={`journey-trail journey-trail-${shape} journey-walked-${shape}`}>
        <path d={way(true)} className="journey-walked" {...line} />
      </svg>
    </>
  )
}
