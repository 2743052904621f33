import type { RegionRole } from '../../auth/rules'

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
