import { isAdmin, isCoordinator, membershipIn, seesAllRegions } from '../../auth/rules'
import type { RegionRole, Viewer } from '../../auth/rules'

/** A place in a region that somebody has or is invited to. */
export interface Seat {
  role: RegionRole
  partnerId: string | null
}

/**
 * Coordinators invite everybody, a partner colleagues of the own organisation, staff coordinators,
 * administrators everybody (product.md, Roles). Who may invite may also resend and revoke.
 */
export function canInvite(viewer: Viewer, regionId: string, { role, partnerId }: Seat): boolean {
  if (isCoordinator(viewer, regionId) || isAdmin(viewer)) return true
  if (viewer.programmeRole === 'staff' && role === 'coordinator') return true
  const own = membershipIn(viewer, regionId)
  return (
    own?.role === 'partner' &&
    own.partnerId !== null &&
    role === 'partner' &&
    partnerId === own.partnerId
  )
}

/** Coordinators and administrators remove others; oneself one leaves. */
export function canRemove(viewer: Viewer, regionId: string, member: { userId: string }): boolean {
  return member.userId !== viewer.userId && (isCoordinator(viewer, regionId) || isAdmin(viewer))
}

/** Addresses are for those who have to reach people. */
export function canSeeAddresses(viewer: Viewer, regionId: string): boolean {
  return isCoordinator(viewer, regionId) || seesAllRegions(viewer)
}

/** Programme staff and administrators set up regions. */
export function canSetUpRegions(viewer: Viewer): boolean {
  return seesAllRegions(viewer)
}

/** Users, programme roles and the programme's log are the administrator's. */
export function canManagePeople(viewer: Viewer): boolean {
  return isAdmin(viewer)
}

/** When somebody was last here is for those who keep a region going, and for administrators. */
export function canSeeActivity(viewer: Viewer, regionId: string): boolean {
  return isCoordinator(viewer, regionId) || isAdmin(viewer)
}
