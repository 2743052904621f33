import { keyOf } from '../../../sheet/text/rules'
import { everHeld, pairOf, type Pair, type Relation } from '../../rules'
import type { RelationDecision, RelationFault, WantedRelation } from '../rules'

export interface RelationSituation {
  /** Organisations by keyOf(name): their id, or how the same file refers to a new one. */
  names: ReadonlyMap<string, string>
  relations: readonly Relation[]
  /** ISO day. */
  today: string
}

/** What rows would do to the relations of a region, each by itself. */
export function decideRelations(
  { names, relations, today }: RelationSituation,
  rows: readonly WantedRelation[],
): RelationDecision[] {
  const known = Map.groupBy(relations.filter(everHeld), pairKey)
  const taken = new Map<string, number>()
  return rows.map((wanted) => {
    const [one, other] = [names.get(keyOf(wanted.one)), names.get(keyOf(wanted.other))]
    const faults: RelationFault[] = []
    if (one === undefined) faults.push({ column: 'one', fault: 'unknown' })
    if (other === undefined) faults.push({ column: 'other', fault: 'unknown' })
    if (one === undefined || other === undefined) {
      return { wanted, before: null, after: null, changed: false, faults }
    }
    if (one === other) faults.push({ column: 'other', fault: 'sameTwice' })
    const pair = pairOf(one, wanted.said, other)
    const there = known.get(pairKey(pair)) ?? []
    const same = there.find(({ since, endedOn }) => {
      return endedOn === wanted.endedOn && (wanted.since === null || since === wanted.since)
    })
    const open = same ?? there.find(({ endedOn }) => endedOn === null) ?? null
    const since = wanted.since ?? open?.since ?? today
    const { endedOn } = wanted
    const first = taken.get(`${pairKey(pair)} ${endedOn ? since : 'open'}`)
    if (first !== undefined)
      faults.push({ column: 'other', fault: 'twice', values: { row: first } })
    taken.set(`${pairKey(pair)} ${endedOn ? since : 'open'}`, wanted.row)
    if (since > today) faults.push({ column: 'since', fault: 'future' })
    if (endedOn !== null && endedOn > today) faults.push({ column: 'endedOn', fault: 'future' })
    if (endedOn !== null && endedOn <= since) faults.push({ column: 'endedOn', fault: 'order' })
    const isPast = ({ endedOn: end, since: begun }: Relation) => end !== null && begun === since
    if (!same && endedOn !== null && there.some(isPast)) {
      faults.push({ column: 'endedOn', fault: 'otherEnd' })
    }
    const after = { ...pair, since, endedOn }
    return { wanted, before: open, after, changed: !same, faults }
  })
}

function pairKey({ kind, from, to }: Pair): string {
  return `${kind} ${from} ${to}`
}
