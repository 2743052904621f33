/** Places in a list of organisations: an undirected connection of two. */
export type Edge = readonly [number, number]

/**
 * How many shortest paths between two others run through each of `count` vertices (Brandes 2001,
 * unweighted and undirected; several shortest paths between two share one).
 */
export function betweenness(count: number, edges: readonly Edge[]): number[] {
  const near = neighbours(count, edges)
  const through = new Float64Array(count)
  const search: Search = {
    distance: new Int32Array(count),
    paths: new Float64Array(count),
    order: [],
  }
  for (let start = 0; start < count; start++) {
    searchFrom(start, near, search)
    const { distance, paths, order } = search
    const share = new Float64Array(count)
    for (const vertex of order.toReversed()) {
      const each = (1 + at(share, vertex)) / at(paths, vertex)
      for (const earlier of near[vertex] ?? []) {
        if (at(distance, earlier) !== at(distance, vertex) - 1) continue
        share[earlier] = at(share, earlier) + at(paths, earlier) * each
      }
      if (vertex !== start) through[vertex] = at(through, vertex) + at(share, vertex)
    }
  }
  // Each pair was met from both of its ends.
  return [...through].map((twice) => twice / 2)
}

/** Whom each vertex is connected with, each of them once; loops count for nothing. */
function neighbours(count: number, edges: readonly Edge[]): number[][] {
  const near = Array.from({ length: count }, () => new Set<number>())
  for (const [a, b] of edges) {
    if (a === b) continue
    near[a]?.add(b)
    near[b]?.add(a)
  }
  return near.map((set) => [...set])
}

interface Search {
  distance: Int32Array
  /** How many shortest ways lead to each vertex. */
  paths: Float64Array
  /** Those that are reached, the nearest first. */
  order: number[]
}

function searchFrom(start: number, near: readonly number[][], search: Search) {
  const { distance, paths } = search
  distance.fill(-1)
  paths.fill(0)
  distance[start] = 0
  paths[start] = 1
  search.order = [start]
  for (const vertex of search.order) {
    const further = at(distance, vertex) + 1
    for (const next of near[vertex] ?? []) {
      if (distance[next] === -1) {
        distance[next] = further
        search.order.push(next)
      }
      if (distance[next] === further) paths[next] = at(paths, next) + at(paths, vertex)
    }
  }
}

function at(list: Int32Array | Float64Array, index: number): number {
  return list[index] ?? 0
}

/** A bridge lies on this share of the shortest paths between all others, and on twice the mean. */
const LEAST_SHARE = 0.05
const MOST_BRIDGES = 10

/**
 * Through whom the others reach one another, the strongest first, by their place; nobody where all
 * are alike. Our threshold: the guidebook asks for bridges without saying what makes one.
 */
export function findBridges(count: number, edges: readonly Edge[]): number[] {
  const linked = neighbours(count, edges).filter((near) => near.length > 0).length
  const pairs = ((linked - 1) * (linked - 2)) / 2
  if (pairs < 1) return []
  const through = betweenness(count, edges)
  const mean = through.reduce((sum, value) => sum + value, 0) / linked
  const least = Math.max(pairs * LEAST_SHARE, mean * 2)
  return through
    .map((value, place) => ({ value, place }))
    .filter(({ value }) => value > 0 && value >= least)
    .sort((a, b) => b.value - a.value || a.place - b.place)
    .slice(0, MOST_BRIDGES)
    .map(({ place }) => place)
}
