import { SECTORS, type Sector, type Subtype } from '@/lib/partners/rules'

const GAP = 2.5
const CENTRE = 160
const INNER = 66

export interface Arc {
  part: Sector | Subtype
  path: string
  /** Where its name stands. */
  label: { x: number; y: number }
}

/** A quarter of the ring for each sector; the fourth one is cut in two halves, outer and inner. */
export function ringArcs(): Arc[] {
  return SECTORS.flatMap((sector, index): Arc[] => {
    const [from, to] = [index * 90 + GAP, (index + 1) * 90 - GAP]
    if (sector !== 'creative_civil') return [arc(sector, from, to)]
    const middle = (from + to) / 2
    return [arc('creative', from, middle - GAP / 2), arc('civil_society', middle + GAP / 2, to)]
  })
}

function arc(part: Arc['part'], from: number, to: number): Arc {
  const outer = 140
  const [a, b, c, d] = [at(outer, from), at(outer, to), at(INNER, to), at(INNER, from)]
  const path = `M${say(a)} A${outer} ${outer} 0 0 1 ${say(b)} L${say(c)} A${INNER} ${INNER} 0 0 0 ${say(d)} Z`
  return { part, path, label: at((outer + INNER) / 2, (from + to) / 2) }
}

/** Degrees clockwise from the top. */
function at(radius: number, degrees: number) {
  const angle = ((degrees - 90) * Math.PI) / 180
  return {
    x: round(CENTRE + radius * Math.cos(angle)),
    y: round(CENTRE + radius * Math.sin(angle)),
  }
}

function say({ x, y }: { x: number; y: number }) {
  return `${x} ${y}`
}

function round(value: number) {
  return Math.round(value * 100) / 100
}
