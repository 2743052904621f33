import type { Sector } from '../../partners/rules'
import type { Edge } from '../betweenness/rules'

/** The drawing's own measures; a circle of room around each mark keeps it large enough to hit. */
export const WIDTH = 1120
export const HEIGHT = 840
const ROOM = 30
const EDGE = 34
const MIDDLE = { x: WIDTH / 2, y: HEIGHT / 2 }

export interface Point {
  x: number
  y: number
}

/** Where a sector gathers; the corners are those of the coverage ring. */
export const CORNERS: Record<Sector, Point> = {
  public: { x: WIDTH * 0.76, y: HEIGHT * 0.26 },
  education_research: { x: WIDTH * 0.76, y: HEIGHT * 0.74 },
  business: { x: WIDTH * 0.24, y: HEIGHT * 0.74 },
  creative_civil: { x: WIDTH * 0.24, y: HEIGHT * 0.26 },
}

interface Placed {
  id: string
  sector: Sector
}

interface Body extends Point {
  sector: Sector
  moveX: number
  moveY: number
}

/**
 * A place for each organisation (whole numbers, inside the drawing): those who are related come
 * near one another, all others keep apart, and each stays in its sector's part. Nothing is left to
 * chance: the same organisations and relations always look the same, in whatever order they come.
 */
export function layOut(organisations: readonly Placed[], edges: readonly Edge[]): Point[] {
  const sorted = organisations
    .map((one, place) => ({ ...one, place }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const rank = new Map(sorted.map(({ place }, index) => [place, index]))
  const bodies = sorted.map(({ id, sector }): Body => {
    return { ...beginning(id, sector), sector, moveX: 0, moveY: 0 }
  })
  // Sums of fractions depend on their order, so it is always the same one.
  const pulls = edges
    .map(([a, b]) => [rank.get(a) ?? 0, rank.get(b) ?? 0].sort((one, other) => one - other))
    .sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)
    .flatMap(([a = 0, b = 0]): [Body, Body][] => {
      const [one, other] = [bodies[a], bodies[b]]
      return one && other && one !== other ? [[one, other]] : []
    })
  settle(bodies, pulls)
  makeRoom(bodies)
  return organisations.map((_, place) => {
    const { x, y } = bodies[rank.get(place) ?? -1] ?? MIDDLE
    return { x: Math.round(x), y: Math.round(y) }
  })
}

/** Somewhere around the sector's corner; the id alone says where, so newcomers push nobody about. */
function beginning(id: string, sector: Sector): Point {
  const turn = hash(id)
  const [angle, reach] = [(turn % 3600) / 3600, 0.15 + ((turn >>> 12) % 1000) / 1000]
  const corner = CORNERS[sector]
  return {
    x: corner.x + Math.cos(angle * 2 * Math.PI) * reach * WIDTH * 0.2,
    y: corner.y + Math.sin(angle * 2 * Math.PI) * reach * HEIGHT * 0.2,
  }
}

/** FNV-1a: spreads ids that differ in a letter. */
function hash(text: string): number {
  let value = 2_166_136_261
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return value >>> 0
}

/** Fruchterman and Reingold's forces (1991), and a pull to the sector's corner. */
function settle(bodies: readonly Body[], pulls: readonly [Body, Body][]) {
  const ideal = 0.72 * Math.sqrt((WIDTH * HEIGHT) / Math.max(1, bodies.length))
  const rounds = bodies.length > 150 ? 90 : 160
  const degree = new Map<Body, number>()
  for (const body of pulls.flat()) degree.set(body, (degree.get(body) ?? 0) + 1)
  for (let round = 0; round < rounds; round++) {
    const heat = (WIDTH / 12) * (1 - round / rounds) + 1
    for (const body of bodies) {
      const corner = CORNERS[body.sector]
      body.moveX = (corner.x - body.x) * 0.35
      body.moveY = (corner.y - body.y) * 0.35
    }
    pushApart(bodies, ideal)
    for (const [one, other] of pulls) {
      const [x, y] = [other.x - one.x, other.y - one.y]
      const many = Math.sqrt(Math.max(degree.get(one) ?? 1, degree.get(other) ?? 1))
      const force = Math.sqrt(x * x + y * y) / ideal / many
      one.moveX += x * force
      one.moveY += y * force
      other.moveX -= x * force
      other.moveY -= y * force
    }
    for (const body of bodies) {
      const length = Math.hypot(body.moveX, body.moveY) || 1
      const step = Math.min(length, heat) / length
      body.x = within(body.x + body.moveX * step, WIDTH)
      body.y = within(body.y + body.moveY * step, HEIGHT)
    }
  }
}

function pushApart(bodies: readonly Body[], ideal: number) {
  const square = ideal * ideal
  for (let a = 0; a < bodies.length; a++) {
    const one = bodies[a] as Body
    for (let b = a + 1; b < bodies.length; b++) {
      const other = bodies[b] as Body
      // Two in one place part along a direction of their own.
      const x = other.x - one.x || 0.01 * (1 + (b % 7))
      const y = other.y - one.y || 0.01 * (1 + (a % 5))
      const force = square / (x * x + y * y)
      one.moveX -= x * force
      one.moveY -= y * force
      other.moveX += x * force
      other.moveY += y * force
    }
  }
}

/** Moves marks off one another, a little at a time, until each has its room. */
function makeRoom(bodies: readonly Body[]) {
  for (let round = 0; round < 80; round++) {
    let crowded = false
    for (let a = 0; a < bodies.length; a++) {
      const one = bodies[a] as Body
      for (let b = a + 1; b < bodies.length; b++) {
        const other = bodies[b] as Body
        const x = other.x - one.x || 0.01 * (1 + (b % 7))
        const y = other.y - one.y || 0.01 * (1 + (a % 5))
        if (Math.abs(x) >= ROOM || Math.abs(y) >= ROOM) continue
        const distance = Math.hypot(x, y)
        if (distance >= ROOM) continue
        crowded = true
        const push = (ROOM - distance + 1) / 2 / distance
        one.x = within(one.x - x * push, WIDTH)
        one.y = within(one.y - y * push, HEIGHT)
        other.x = within(other.x + x * push, WIDTH)
        other.y = within(other.y + y * push, HEIGHT)
      }
    }
    if (!crowded) return
  }
}

function within(value: number, length: number): number {
  return Math.min(length - EDGE, Math.max(EDGE, value))
}

/** True for a sector that has its part of the drawing on the left. */
export function isLeft(sector: Sector): boolean {
  return CORNERS[sector].x < MIDDLE.x
}
