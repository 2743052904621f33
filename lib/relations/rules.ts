import { canKeepPartners } from '../partners/access/rules'
import { membershipIn, type Viewer } from '../auth/rules'

/** How two organisations relate, the closest first (guidebook/model.md 3.12). */
export const RELATION_KINDS = ['works_with', 'funds', 'knows'] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** The same as one of the two would say it. */
export const SAID_KINDS = ['works_with', 'funds', 'funded_by', 'knows'] as const
export type SaidKind = (typeof SAID_KINDS)[number]

/** Two organisations by id; `from` is the one that funds, else the one with the smaller id. */
export interface Pair {
  kind: RelationKind
  from: string
  to: string
}

export interface Relation extends Pair {
  id: string
  /** ISO days; it holds from the first one on, and no more on the second one. */
  since: string
  endedOn: string | null
  version: number
}

/** What one organisation says of another, as it is kept: what holds both ways is one thing. */
export function pairOf(one: string, said: SaidKind, other: string): Pair {
  if (said === 'funded_by') return { kind: 'funds', from: other, to: one }
  if (said === 'funds') return { kind: said, from: one, to: other }
  return one < other ? { kind: said, from: one, to: other } : { kind: said, from: other, to: one }
}

/** How one of the two says it. */
export function saidBy(one: string, { kind, to }: Pair): SaidKind {
  return kind === 'funds' && to === one ? 'funded_by' : kind
}

export function otherOf(one: string, { from, to }: Pair): string {
  return from === one ? to : from
}

export function holdsOn({ since, endedOn }: Relation, day: string): boolean {
  return since <= day && (endedOn === null || endedOn > day)
}

/** False where somebody said that it never was: it ended on the day on which it began. */
export function everHeld({ since, endedOn }: Pick<Relation, 'since' | 'endedOn'>): boolean {
  return endedOn !== since
}

/** Coordinators keep all relations, a partner those of the own organisation (product.md, Roles). */
export function canKeepRelation(
  viewer: Viewer,
  regionId: string,
  { from, to }: { from: string; to: string },
): boolean {
  const own = ownPartner(viewer, regionId)
  return canKeepPartners(viewer, regionId) || (own !== null && (own === from || own === to))
}

/** The organisation for which somebody speaks as a partner. */
export function ownPartner(viewer: Viewer, regionId: string): string | null {
  const membership = membershipIn(viewer, regionId)
  return membership?.role === 'partner' ? membership.partnerId : null
}
