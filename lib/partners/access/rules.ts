import { isCoordinator, membershipIn, type Viewer } from '../../auth/rules'

/** Coordinators keep the list of partners (product.md, Roles). */
export function canKeepPartners(viewer: Viewer, regionId: string): boolean {
  return isCoordinator(viewer, regionId)
}

/** A partner looks after the profile of the own organisation; how near it is, the coordinator says. */
export function canEditProfile(viewer: Viewer, regionId: string, partnerId: string): boolean {
  if (canKeepPartners(viewer, regionId)) return true
  const membership = membershipIn(viewer, regionId)
  return membership?.role === 'partner' && membership.partnerId === partnerId
}
