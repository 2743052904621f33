import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { getRegion } from '@/lib/regions/find'
import { noteRelations, type RelationFacts, type RelationNote } from '@/lib/relations/note'
import { readRelation } from '@/lib/relations/read'
import {
  canKeepRelation,
  everHeld,
  otherOf,
  type Pair,
  pairOf,
  type Relation,
} from '@/lib/relations/rules'
import type { AddRelation, ChangeRelation, EndRelation } from '@/lib/relations/schema'

/**
 * Says how two organisations relate. Throws Denial: not-found, forbidden, or a fault of `other` (the
 * same twice, or said already) or `since`.
 */
export function addRelation(viewer: Viewer, { regionId, one, said, other, ...days }: AddRelation) {
  return asViewer(
    viewer,
    async (db) => {
      const region = await getRegion(db, viewer, { id: regionId })
      if (!canKeepRelation(viewer, regionId, { from: one, to: other })) {
        throw new Denial('forbidden')
      }
      if (one === other) throw new Denial('invalid', 'other:sameTwice')
      const pair = pairOf(one, said, other)
      const between = await namesOf(db, regionId, pair)
      const today = dayIn(region.timeZone, new Date())
      const since = days.since ?? today
      refuseFuture({ since, endedOn: null }, today)
      await refuseTwice(db, regionId, pair, null, 'other')
      const id = uuid()
      await db.relation.createMany({
        data: [
          { regionId, id, ...asColumns(pair, { since, endedOn: null }), addedById: viewer.userId },
        ],
      })
      const after = factsOf({ ...pair, since, endedOn: null })
      await noteRelations(db, viewer, regionId, [{ id, kind: 'relation.added', between, after }])
    },
    { lock: regionId },
  )
}

/**
 * Corrects how two organisations relate and since when, or until when they did. Throws Denial, also
 * conflict and faults of `said`, `since` and `endedOn`.
 */
export function changeRelation(viewer: Viewer, input: ChangeRelation) {
  const { one, said, since, endedOn } = input
  return change(viewer, input, async (db, relation, today) => {
    if (relation.from !== one && relation.to !== one) throw new Denial('not-found')
    const pair = pairOf(one, said, otherOf(one, relation))
    refuseFuture({ since, endedOn }, today)
    if (endedOn !== null && endedOn < since) throw new Denial('invalid', 'endedOn:order')
    if (endedOn === null) await refuseTwice(db, input.regionId, pair, input.id, 'said')
    return { ...pair, since, endedOn }
  })
}

/** Says that a relation is over since today, or that it never was. Throws Denial, also conflict. */
export function endRelation(viewer: Viewer, input: EndRelation) {
  return change(viewer, input, async (_, { kind, from, to, since }, today) => {
    const endedOn = input.how === 'never' || today < since ? since : today
    return { kind, from, to, since, endedOn }
  })
}

type Facts = Pair & Pick<Relation, 'since' | 'endedOn'>

function change(
  viewer: Viewer,
  { regionId, id, version }: Pick<EndRelation, 'regionId' | 'id' | 'version'>,
  decide: (db: Db, relation: Relation, today: string) => Promise<Facts>,
) {
  return asViewer(
    viewer,
    async (db) => {
      const region = await getRegion(db, viewer, { id: regionId })
      const relation = await readRelation(db, regionId, id)
      if (!canKeepRelation(viewer, regionId, relation)) throw new Denial('forbidden')
      const facts = await decide(db, relation, dayIn(region.timeZone, new Date()))
      const written = await db.relation.updateMany({
        where: { regionId, id, version },
        data: { ...asColumns(facts, facts), version: version + 1 },
      })
      if (written.count === 0) throw new Denial('conflict')
      const between = await namesOf(db, regionId, facts)
      await noteRelations(db, viewer, regionId, [
        { id, kind: noteKind(facts), between, before: factsOf(relation), after: factsOf(facts) },
      ])
    },
    { lock: regionId },
  )
}

function noteKind(facts: Facts): RelationNote['kind'] {
  if (facts.endedOn === null) return 'relation.changed'
  return everHeld(facts) ? 'relation.ended' : 'relation.never'
}

function asColumns({ kind, from, to }: Pair, { since, endedOn }: Pick<Facts, 'since' | 'endedOn'>) {
  return {
    ...{ kind, fromId: from, toId: to, since: fromDay(since) },
    endedOn: endedOn === null ? null : fromDay(endedOn),
  }
}

function factsOf({ kind, since, endedOn }: Facts): RelationFacts {
  return { relation: kind, relationSince: since, relationEndedOn: endedOn }
}

/** Both organisations by name. Throws Denial('not-found') unless both are on the register. */
async function namesOf(db: Db, regionId: string, { from, to }: Pair): Promise<string> {
  const found = await db.partner.findMany({
    where: { regionId, id: { in: [from, to] }, archivedAt: null },
    select: { id: true, name: true },
  })
  const nameOf = (id: string) => found.find((partner) => partner.id === id)?.name
  const [first, second] = [nameOf(from), nameOf(to)]
  if (first === undefined || second === undefined) throw new Denial('not-found')
  return `${first} – ${second}`
}

function refuseFuture({ since, endedOn }: Pick<Facts, 'since' | 'endedOn'>, today: string) {
  if (since > today) throw new Denial('invalid', 'since:future')
  if (endedOn !== null && endedOn > today) throw new Denial('invalid', 'endedOn:future')
}

async function refuseTwice(
  db: Db,
  regionId: string,
  { kind, from: fromId, to: toId }: Pair,
  id: string | null,
  field: 'other' | 'said',
) {
  const twins = await db.relation.count({
    where: { regionId, kind, fromId, toId, endedOn: null, ...(id && { id: { not: id } }) },
  })
  if (twins > 0) throw new Denial('invalid', `${field}:relationKnown`)
}
