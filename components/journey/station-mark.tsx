import { evenDash, progressDash } from './geometry'
import type { Station } from './station'

/**
 * One station as an 84 × 84 drawing around its middle. The state shows by shape and fill, not by colour
 * alone: dashed ring, part-filled ring, disc with number, disc with tick, disc with tick and laurel.
 */
export function StationMark({ station }: { station: Station }) {
  return (
    <g data-state={station.state}>
      <circle r={station.state === 'sustained' ? 41 : 33} className="journey-halo" />
      {station.state === 'not_started' && <EmptyRing />}
      {station.state === 'in_progress' && <PartRing progress={station.progress} />}
      {station.state === 'reached' && <circle r="25" className="journey-fill" />}
      {station.state === 'confirmed' && <TickedDisc />}
      {station.state === 'sustained' && <LaurelledDisc />}
      <StationNumber station={station} />
    </g>
  )
}

function EmptyRing() {
  return (
    <circle
      r="24"
      className="journey-hollow journey-stroke"
      strokeWidth="2.5"
      strokeDasharray={evenDash(24, 18, 0.58)}
    />
  )
}

function PartRing({ progress }: { progress: number }) {
  const dash = progressDash(progress, 23)
  return (
    <>
      <circle r="23" className="journey-hollow journey-track" strokeWidth="6" />
      {dash && (
        <circle
          r="23"
          fill="none"
          className="journey-stroke"
          strokeWidth="6"
          strokeDasharray={dash}
          transform="rotate(-90)"
        />
      )}
    </>
  )
}

function TickedDisc() {
  return (
    <>
      <circle r="25" className="journey-fill" />
      <path d="M-9.5 0.5 L-3 7 L9.5 -6.5" className="journey-tick" strokeWidth="4.5" />
    </>
  )
}

/** Leaves of one branch: the angle on the ring (0 is the foot, growing upwards) and the leaf's length. */
const leaves = [
  { angle: 20, length: 8.5 },
  { angle: 42, length: 9.5 },
  { angle: 65, length: 9.5 },
  { angle: 88, length: 9 },
  { angle: 110, length: 8 },
]

function LaurelledDisc() {
  return (
    <>
      <TickedDisc />
      <circle r="29.5" fill="none" className="journey-stroke" strokeWidth="2" />
      {[1, -1].map((side) => (
        <g key={side} transform={`scale(${side} 1)`} className="journey-fill">
          {leaves.map(({ angle, length }) => (
            <path
              key={angle}
              d={`M0 0C${length * 0.3} -3.4 ${length * 0.8} -2.6 ${length} 0C${length * 0.7} 1.8 ${length * 0.25} 2 0 0Z`}
              transform={`rotate(${-angle}) translate(0 31.5) rotate(22)`}
            />
          ))}
        </g>
      ))}
    </>
  )
}

function StationNumber({ station }: { station: Station }) {
  if (station.state === 'confirmed' || station.state === 'sustained') return null
  const className = station.state === 'reached' ? 'journey-number-on' : 'journey-number'
  return (
    <text className={className} dy="0.36em">
      {station.number}
    </text>
  )
}
