import type { Viewer } from '../rules'

/** Leads everybody on to where they arrive, whoever they turn out to be. */
export const ARRIVAL = '/start'

/**
 * Where a person arrives (product.md, Who): the region of theirs that they coordinate or watch, if
 * it is one; the comparison for programme staff, people and regions for administrators; and what
 * waits for them for partners and for whoever is at home in several regions.
 */
export function arrivalOf({
  memberships,
  programmeRole,
}: Pick<Viewer, 'memberships' | 'programmeRole'>): string {
  const [region, ...more] = memberships
  if (region && more.length === 0 && region.role !== 'partner') return `/regions/${region.slug}`
  if (region || programmeRole === null) return '/my'
  return programmeRole === 'admin' ? '/admin' : '/compare'
}
