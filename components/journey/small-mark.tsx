import { evenDash, progressDash } from './geometry'
import type { Station } from './station'

/**
 * One station as a 16 × 16 drawing around its middle, for rows and headers. Same five shapes as the
 * large one; a double ring stands for the laurel, which would blur at this size.
 */
export function SmallMark({ station }: { station: Station }) {
  switch (station.state) {
    case 'not_started':
      return (
        <circle
          r="5.6"
          className="journey-hollow journey-stroke"
          strokeWidth="1.3"
          strokeDasharray={evenDash(5.6, 10, 0.55)}
        />
      )
    case 'in_progress':
      return <SmallPartRing progress={station.progress} />
    case 'reached':
      return <circle r="6.2" className="journey-fill" />
    case 'confirmed':
      return (
        <>
          <circle r="6.2" className="journey-fill" />
          <SmallTick />
        </>
      )
    case 'sustained':
      return (
        <>
          <circle r="7.3" className="journey-hollow journey-stroke" strokeWidth="1.3" />
          <circle r="5.2" className="journey-fill" />
          <SmallTick />
        </>
      )
  }
}

function SmallPartRing({ progress }: { progress: number }) {
  const dash = progressDash(progress, 5.2)
  return (
    <>
      <circle r="5.2" className="journey-hollow journey-track" strokeWidth="2.2" />
      {dash && (
        <circle
          r="5.2"
          fill="none"
          className="journey-stroke"
          strokeWidth="2.2"
          strokeDasharray={dash}
          transform="rotate(-90)"
        />
      )}
    </>
  )
}

function SmallTick() {
  return <path d="M-2.5 0.2 L-0.8 1.9 L2.6 -1.7" className="journey-tick" strokeWidth="1.5" />
}
