import { CUT, LOWEST } from '../matrix/rules'

/** Side of the square in which organisations are placed. */
export const SIDE = 640
/** Width of a dot, and how far apart two of them are at least: large enough for a finger. */
export const DOT = 26
const PITCH = 28
const UNIT = 140
const MIDDLE = SIDE / 2
const REACH = 11
const EDGE = (SIDE * 2) ** 2

export interface Point {
  x: number
  y: number
}

interface Placed {
  id: string
  influence: number
  interest: number
}

/** Where a rating lies: interest to the right, influence upwards, the cut in the middle. */
export function pointOf({ influence, interest }: Omit<Placed, 'id'>): Point {
  return { x: MIDDLE + (interest - CUT) * UNIT, y: MIDDLE - (influence - CUT) * UNIT }
}

/** The rating nearest to a point, in whole numbers from 1 to 5. */
export function ratingAt({ x, y }: Point): { influence: number; interest: number } {
  const whole = (value: number) => Math.min(5, Math.max(LOWEST, Math.round(value)))
  return {
    influence: whole(CUT + (MIDDLE - y) / UNIT),
    interest: whole(CUT + (x - MIDDLE) / UNIT),
  }
}

/**
 * A place for each dot as near as possible to where it belongs, so that none hides another and none
 * leaves its field. Should a field have no room left, dots lie on one another.
 */
export function layOut(placed: readonly Placed[]): Map<string, Point> {
  const taken = new Set<string>()
  const points = new Map<string, Point>()
  for (const one of placed) {
    const wanted = pointOf(one)
    const slot = nearestFree(one, wanted, taken)
    if (slot) taken.add(keyOf(slot))
    points.set(one.id, slot ?? wanted)
  }
  return points
}

/** Rows below the square for those without a rating yet, and how high they are together. */
export function layOutTray(ids: readonly string[]): { points: Map<string, Point>; height: number } {
  const inRow = REACH * 2 + 1
  const points = new Map(
    ids.map((id, index): [string, Point] => [
      id,
      {
        x: MIDDLE + ((index % inRow) - REACH) * PITCH,
        y: Math.floor(index / inRow) * PITCH + PITCH / 2,
      },
    ]),
  )
  return { points, height: Math.ceil(ids.length / inRow) * PITCH }
}

const steps = (isHigh: boolean) =>
  Array.from({ length: isHigh ? REACH + 1 : REACH }, (_, index) => (isHigh ? index : -index - 1))

function nearestFree(one: Placed, wanted: Point, taken: ReadonlySet<string>): Point | null {
  let nearest: Point | null = null
  let least = Infinity
  for (const across of steps(one.interest >= CUT)) {
    for (const up of steps(one.influence >= CUT)) {
      const slot = { x: MIDDLE + across * PITCH, y: MIDDLE - up * PITCH }
      // The outermost rows hold the fields' names, so they are taken last.
      const isEdge = Math.abs(up) === REACH
      const distance = (slot.x - wanted.x) ** 2 + (slot.y - wanted.y) ** 2 + (isEdge ? EDGE : 0)
      if (distance >= least || taken.has(keyOf(slot))) continue
      nearest = slot
      least = distance
    }
  }
  return nearest
}

const keyOf = ({ x, y }: Point) => `${x} ${y}`
