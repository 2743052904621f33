import { isAdmin, type RegionRole, type Viewer } from '../../auth/rules'

/** A member as those see them who settle what becomes of a place. */
export interface Colleague {
  id: string
  userId: string
  role: RegionRole
  partnerId: string | null
  name: string
  organisation: string | null
  /** Access is switched off. */
  isBarred: boolean
}

/** Who may take over somebody's tasks: people of the same organisation, or the other coordinators. */
export function heirsOf(member: Colleague, colleagues: readonly Colleague[]): Colleague[] {
  return colleagues.filter(
    ({ role, partnerId, isBarred }) =>
      !isBarred &&
      role === member.role &&
      (role === 'coordinator' || (partnerId !== null && partnerId === member.partnerId)),
  )
}

/** Who may coordinate after the last coordinator: every other member who may sign in. */
export function successorsOf(member: Colleague, colleagues: readonly Colleague[]): Colleague[] {
  return member.role === 'coordinator' ? colleagues.filter(({ isBarred }) => !isBarred) : []
}

/** True if nobody who may sign in coordinates the region once this member is gone. */
export function isLastCoordinator(member: Colleague, colleagues: readonly Colleague[]): boolean {
  return (
    member.role === 'coordinator' &&
    !colleagues.some(({ role, isBarred }) => role === 'coordinator' && !isBarred)
  )
}

/** What stands between somebody and erasing their account. */
export interface Hindrance {
  /** Regions to leave first: their tasks and the coordination are settled there. */
  regions: { slug: string; name: string }[]
  /** Somebody else has to administer the programme first. */
  administers: boolean
}

/** What the viewer has to settle before the account can go. */
export function hindranceOf(viewer: Viewer): Hindrance {
  const regions = viewer.memberships.map(({ slug, name }) => ({ slug, name }))
  return { regions, administers: isAdmin(viewer) }
}
