import { isCoordinator, membershipIn, type Viewer } from '../../auth/rules'

/** Coordinators draft, open and close rounds (product.md, Roles). */
export function canHoldRounds(viewer: Viewer, regionId: string): boolean {
  return isCoordinator(viewer, regionId)
}

/** Members read the results of closed rounds; programme staff and administrators do not. */
export function canReadResults(viewer: Viewer, regionId: string): boolean {
  return membershipIn(viewer, regionId) !== null
}

/** Programme staff read the step levels of valid rounds. */
export function canReadLevels(viewer: Viewer, regionId: string): boolean {
  return canReadResults(viewer, regionId) || viewer.programmeRole === 'staff'
}

/** Partners answer in the name of their organisation. */
export function canAnswer(viewer: Viewer, regionId: string): boolean {
  const membership = membershipIn(viewer, regionId)
  return membership?.role === 'partner' && membership.partnerId !== null
}

/** Coordinators and partners make something of the results; observers read. */
export function canTalk(viewer: Viewer, regionId: string): boolean {
  return isCoordinator(viewer, regionId) || canAnswer(viewer, regionId)
}

/** Whoever wrote an entry takes it back; coordinators anybody's. */
export function canDropTalk(
  viewer: Viewer,
  regionId: string,
  { authorId }: { authorId: string | null },
): boolean {
  return (
    isCoordinator(viewer, regionId) || (canTalk(viewer, regionId) && authorId === viewer.userId)
  )
}
