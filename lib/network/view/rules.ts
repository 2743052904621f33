import { nameKey } from '../../journey/projection/rules'
import { SECTORS, type Sector } from '../../partners/rules'
import { everHeld, holdsOn, type Relation, type RelationKind } from '../../relations/rules'
import { type Edge, findBridges } from '../betweenness/rules'
import { choosePicture, endsOf, type Picture } from '../picture/rules'
import { absentSectors, countBetween, type SectorPair } from '../gaps/rules'

/** An organisation that may stand on the map. */
export interface Organisation {
  id: string
  name: string
  sector: Sector
  /** ISO day since which it is on the register, and since which it has left; null if unknown. */
  listedOn: string | null
  leftOn: string | null
}

/** Whether a relation held on both days, came after the earlier one, or ended since. */
export const LINE_STATES = ['came', 'stays', 'ended'] as const
export type LineState = (typeof LINE_STATES)[number]

export interface Line extends Relation {
  state: LineState
}

export interface Asked {
  /** ISO day of the picture, and the earlier one with which it is compared. */
  on: string
  since: string | null
  search: string
  sector: Sector | null
  kind: RelationKind | null
}

/** Somebody through whom the others reach one another, and the sectors of those beside it. */
interface Bridge {
  id: string
  name: string
  sectors: Sector[]
}

export interface NetworkView {
  /** Those with a relation that is asked for, by name, and these relations. */
  drawn: Organisation[]
  lines: Line[]
  /** What of it the picture shows: all, or where they are many the best connected. */
  picture: Picture<Organisation, Line>
  /** Asked for, without a relation that is shown. */
  isolated: Organisation[]
  /** In the whole network on that day, the strongest first. */
  bridges: Bridge[]
  /** In the whole network on that day. */
  between: SectorPair[]
  absent: Sector[]
  total: { organisations: number; linked: number; relations: number }
}

/** What a map shows of the organisations and relations of a region. */
export function viewNetwork(
  all: readonly Organisation[],
  relations: readonly Relation[],
  asked: Asked,
): NetworkView {
  const known = new Map(all.map((one) => [one.id, one]))
  const lines = listLines(known, relations, asked)
  const now = lines.filter(({ state }) => state !== 'ended')
  const linked = endsOf(now)
  const present = all
    .filter((one) => linked.has(one.id) || isListed(one, asked.on))
    .sort((a, b) => compare(nameKey(a.name), nameKey(b.name)) || compare(a.id, b.id))
  const shown = lines.filter(({ kind }) => asked.kind === null || kind === asked.kind)
  const ended = endsOf(lines.filter(({ state }) => state === 'ended'))
  const here = new Set(present)
  const gone = all.filter((one) => ended.has(one.id) && !here.has(one))
  const focus = new Set([...present, ...gone].filter((one) => fits(one, asked)).map(({ id }) => id))
  const seen = shown.filter(({ from, to }) => focus.has(from) || focus.has(to))
  const ends = endsOf(seen)
  const drawn = [...present, ...gone].filter(({ id }) => ends.has(id))
  return {
    ...{ drawn, lines: seen, picture: choosePicture(drawn, seen) },
    isolated: present.filter(({ id }) => focus.has(id) && !ends.has(id)),
    bridges: listBridges(present, now),
    between: countBetween(present, now),
    absent: absentSectors(present),
    total: { organisations: present.length, linked: linked.size, relations: now.length },
  }
}

function listLines(
  known: ReadonlyMap<string, Organisation>,
  relations: readonly Relation[],
  { on, since }: Asked,
): Line[] {
  return relations.filter(everHeld).flatMap((relation): Line[] => {
    const [from, to] = [known.get(relation.from), known.get(relation.to)]
    if (!from || !to) return []
    const holds = (day: string) =>
      holdsOn(relation, day) && !hasLeft(from, day) && !hasLeft(to, day)
    const [held, is] = [since !== null && holds(since), holds(on)]
    if (!held && !is) return []
    return [{ ...relation, state: since === null || held === is ? 'stays' : is ? 'came' : 'ended' }]
  })
}

function hasLeft({ leftOn }: Organisation, day: string): boolean {
  return leftOn !== null && leftOn <= day
}

function isListed(one: Organisation, day: string): boolean {
  return (one.listedOn === null || one.listedOn <= day) && !hasLeft(one, day)
}

function fits({ name, sector }: Organisation, asked: Asked): boolean {
  return (
    (asked.sector === null || sector === asked.sector) &&
    nameKey(name).includes(nameKey(asked.search))
  )
}

function listBridges(present: readonly Organisation[], lines: readonly Line[]): Bridge[] {
  const ids = present.map(({ id }) => id)
  return findBridges(ids.length, edgesOf(ids, lines)).flatMap((place) => {
    const one = present[place]
    if (!one) return []
    const beside = endsOf(lines.filter(({ from, to }) => from === one.id || to === one.id))
    const sectors = SECTORS.filter((sector) =>
      present.some((other) => other !== one && other.sector === sector && beside.has(other.id)),
    )
    return [{ id: one.id, name: one.name, sectors }]
  })
}

/** Relations as places in a list of ids; what is not on the list is left out. */
export function edgesOf(
  ids: readonly string[],
  lines: readonly { from: string; to: string }[],
): Edge[] {
  const place = new Map(ids.map((id, index) => [id, index]))
  return lines.flatMap(({ from, to }): Edge[] => {
    const [a, b] = [place.get(from), place.get(to)]
    return a === undefined || b === undefined ? [] : [[a, b]]
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
