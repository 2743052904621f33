import { isWalked } from './geometry'
import { SmallMark } from './small-mark'
import type { Station } from './station'

const step = 20

/** The journey 16 pixels high, for a row of a table. The title says in words what it shows. */
export function JourneyStrip({ stations, title }: { stations: Station[]; title: string }) {
  return (
    <svg role="img" aria-label={title} viewBox="0 0 160 16" className="journey-strip">
      {stations.map((station, index) => {
        const previous = stations[index - 1]
        return (
          previous && (
            <path
              key={station.slug}
              d={`M${(index - 0.5) * step} 8H${(index + 0.5) * step}`}
              className={
                isWalked(previous, station) ? 'journey-strip-walked' : 'journey-strip-open'
              }
              data-part={previous.part}
            />
          )
        )
      })}
      {stations.map((station, index) => (
        <g
          key={station.slug}
          transform={`translate(${(index + 0.5) * step} 8)`}
          data-part={station.part}
        >
          <SmallMark station={station} />
        </g>
      ))}
    </svg>
  )
}
