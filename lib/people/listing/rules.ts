import type { RegionRole } from '../../auth/rules'
import type { InvitationState } from '../invitations/rules'
import { nameKey } from '../../journey/projection/rules'

/** What the page of a region's people can be narrowed to. */
export const SHOWN = ['members', 'silent', 'open', 'expired', 'settled'] as const
type Shown = (typeof SHOWN)[number]

/** After so many days without a sign-in somebody counts as silent, as a step does as quiet. */
const SILENT_DAYS = 90

export interface PeopleFilter {
  search: string
  role: RegionRole | null
  show: Shown | null
}

interface Person {
  name: string
  email: string | null
  role: RegionRole
  organisation: string | null
}

/** The members a filter lets through; those who are silent only for somebody who may know it. */
export function filterMembers<M extends Person & { lastSeenAt: Date | null }>(
  members: readonly M[],
  filter: PeopleFilter,
  { now, knowsActivity }: { now: Date; knowsActivity: boolean },
): M[] {
  const { show } = filter
  if (show !== null && show !== 'members' && show !== 'silent') return []
  const since = new Date(now.getTime() - SILENT_DAYS * 86_400_000)
  const isSilent = ({ lastSeenAt }: M) => lastSeenAt === null || lastSeenAt < since
  return members.filter(
    (member) => fits(member, filter) && (show !== 'silent' || (knowsActivity && isSilent(member))),
  )
}

/** The invitations a filter lets through; without one, all. */
export function filterInvitations<I extends Person & { state: InvitationState }>(
  invitations: readonly I[],
  filter: PeopleFilter,
): I[] {
  const { show } = filter
  if (show === 'members' || show === 'silent') return []
  return invitations.filter(
    (invitation) => fits(invitation, filter) && (show === null || standOf(invitation) === show),
  )
}

/** Open and expired invitations can still be sent again; the others are settled. */
export function standOf({ state }: { state: InvitationState }): 'open' | 'expired' | 'settled' {
  if (state === 'sent') return 'open'
  return state === 'expired' ? 'expired' : 'settled'
}

function fits({ name, email, role, organisation }: Person, filter: PeopleFilter): boolean {
  const wanted = nameKey(filter.search)
  return (
    (filter.role === null || role === filter.role) &&
    [name, email ?? '', organisation ?? ''].some((text) => nameKey(text).includes(wanted))
  )
}
