import { isWalked } from './geometry'
import { SmallMark } from './small-mark'
import type { Station } from './station'
import { StationMark } from './station-mark'

const step = 24
const middle = 24
/** Wave of the line, in pixels around the middle. */
const sway = 4
/** What the large station keeps free at either side, beyond a step. */
const berth = 10

type JourneyHereProps = { stations: Station[]; current: string; title: string }

/** "You are here": the whole journey in a header's height, with one station drawn large. */
export function JourneyHere({ stations, current, title }: JourneyHereProps) {
  const here = stations.findIndex((station) => station.slug === current)
  const points = stations.map((station, index) => ({
    station,
    x: (index + 0.5) * step + berth + Math.sign(index - here) * berth,
    y: station.slug === current ? middle : middle + (index % 2 === 0 ? sway : -sway),
  }))
  return (
    <svg role="img" aria-label={title} viewBox="0 0 212 48" className="journey-here">
      {points.slice(1).map(({ station, x, y }, index) => {
        const from = points[index]
        return (
          from && (
            <path
              key={station.slug}
              d={`M${from.x} ${from.y}C${from.x + step / 2} ${from.y} ${x - step / 2} ${y} ${x} ${y}`}
              className={
                isWalked(from.station, station) ? 'journey-strip-walked' : 'journey-strip-open'
              }
              data-part={from.station.part}
            />
          )
        )
      })}
      {points.map(({ station, x, y }) => (
        <g key={station.slug} transform={`translate(${x} ${y})`} data-part={station.part}>
          {station.slug === current ? (
            <g transform="scale(0.56)" className="journey-here-current">
              <StationMark station={station} />
            </g>
          ) : (
            <g transform="scale(0.85)">
              <SmallMark station={station} />
            </g>
          )}
        </g>
      ))}
    </svg>
  )
}
