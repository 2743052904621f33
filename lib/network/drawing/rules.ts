import { placeLabels } from '../labels/rules'
import { layOut, type Point } from '../layout/rules'
import { countRelations } from '../picture/rules'
import { edgesOf, type Line, type NetworkView } from '../view/rules'

/** Lines end before the mark they lead to. */
const SHORT = 17
/** How far lines between the same two lie apart. */
const APART = { works_with: 0, funds: 6, knows: -6 }

export type Drawing = ReturnType<typeof drawNetwork>

/** Where everything of the picture stands; names that find no room are null. */
export function drawNetwork({ picture: { organisations, lines }, bridges }: NetworkView) {
  const ids = organisations.map(({ id }) => id)
  const points = layOut(organisations, edgesOf(ids, lines))
  const count = countRelations(lines)
  const isBridge = new Set(bridges.map(({ id }) => id))
  const labels = placeLabels(
    organisations.map(({ id, name }, place) => ({
      ...(points[place] ?? { x: 0, y: 0 }),
      text: name,
      ringed: isBridge.has(id),
      weight: (count.get(id) ?? 0) + (isBridge.has(id) ? 1000 : 0),
    })),
  )
  const pointOf = new Map(ids.map((id, place) => [id, points[place]]))
  const pairs = countPairs(lines)
  return {
    marks: organisations.map((one, place) => ({
      ...{ one, point: points[place] ?? { x: 0, y: 0 }, label: labels[place] ?? null },
      ...{ bridge: isBridge.has(one.id), relations: count.get(one.id) ?? 0 },
    })),
    strokes: lines.flatMap((line) => {
      const [from, to] = [pointOf.get(line.from), pointOf.get(line.to)]
      if (!from || !to) return []
      const several = (pairs.get(pairKey(line)) ?? 1) > 1
      return [{ line, ...stroke(from, to, several ? APART[line.kind] : 0) }]
    }),
  }
}

function countPairs(lines: readonly Line[]): Map<string, number> {
  const count = new Map<string, number>()
  for (const line of lines) count.set(pairKey(line), (count.get(pairKey(line)) ?? 0) + 1)
  return count
}

function pairKey({ from, to }: Line): string {
  return [from, to].sort().join()
}

function stroke(from: Point, to: Point, apart: number) {
  const [x, y] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(x, y) || 1
  const [along, across] = [
    { x: (x / length) * SHORT, y: (y / length) * SHORT },
    { x: (-y / length) * apart, y: (x / length) * apart },
  ]
  const round = Math.round
  const start = [round(from.x + along.x + across.x), round(from.y + along.y + across.y)]
  const end = [round(to.x - along.x + across.x), round(to.y - along.y + across.y)]
  return {
    path: `M${start.join(' ')}L${end.join(' ')}`,
    middle: {
      x: round((from.x + to.x) / 2 + across.x),
      y: round((from.y + to.y) / 2 + across.y),
    },
  }
}
