export const INVITATION_DAYS = 30

export type InvitationState = 'sent' | 'accepted' | 'expired' | 'revoked'

export interface InvitationDates {
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
}

/** How an invitation stands at a moment. */
export function invitationState(dates: InvitationDates, now: Date): InvitationState {
  if (dates.acceptedAt) return 'accepted'
  if (dates.revokedAt) return 'revoked'
  return dates.expiresAt <= now ? 'expired' : 'sent'
}

/** When an invitation sent now ends. */
export function endOfInvitation(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * 86_400_000)
}
