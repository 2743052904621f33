import type { LineState } from '@/lib/network/view/rules'

/** Radius of the ring around a bridge. */
export const RING = 18

/** A plus on what came, a cross on what ended; nothing on what stays. */
export function LineMark({ state, x, y }: { state: LineState; x: number; y: number }) {
  if (state === 'stays') return null
  return (
    <g transform={`translate(${x} ${y})`} className="network-change" data-state={state}>
      <circle r={8} />
      <path d={state === 'came' ? 'M-4 0H4M0-4V4' : 'M-3-3L3 3M3-3L-3 3'} />
    </g>
  )
}
