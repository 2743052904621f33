export type RegionRole = 'coordinator' | 'partner' | 'observer'
export type ProgrammeRole = 'staff' | 'admin'

export interface Membership {
  regionId: string
  slug: string
  name: string
  role: RegionRole
  partnerId: string | null
}

declare const minted: unique symbol

/** Who is asking, with memberships as they stand at this request. Only lib/auth/mint.ts makes one. */
export interface Viewer {
  readonly [minted]: true
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly locale: string | null
  readonly theme: string | null
  readonly sample: boolean
  readonly programmeRole: ProgrammeRole | null
  readonly memberships: readonly Membership[]
  /** Key of the form being sent: the change it causes happens once. */
  readonly requestKey?: string
  /** The one task that is open to somebody who came by a mailed address; row-level security shuts the rest. */
  readonly card?: string
}

export function membershipIn(viewer: Viewer, regionId: string): Membership | null {
  return viewer.memberships.find((membership) => membership.regionId === regionId) ?? null
}

/** Programme staff and administrators see every region (product.md, Roles). */
export function seesAllRegions(viewer: Viewer): boolean {
  return viewer.programmeRole !== null
}

export function isAdmin(viewer: Viewer): boolean {
  return viewer.programmeRole === 'admin'
}

export function canSeeRegion(viewer: Viewer, regionId: string): boolean {
  return seesAllRegions(viewer) || membershipIn(viewer, regionId) !== null
}

export function isCoordinator(viewer: Viewer, regionId: string): boolean {
  return membershipIn(viewer, regionId)?.role === 'coordinator'
}

/** The same person as one who may change nothing: for what is only looked back at. */
export function asOnlooker(viewer: Viewer): Viewer {
  return { ...viewer, memberships: [], programmeRole: null }
}

/** Life of a mailed sign-in link (quality.md, Security 6). */
export const LINK_MINUTES = 10
