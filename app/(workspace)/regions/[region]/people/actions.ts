'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import {
  invite as inviteSomebody,
  resendInvitation,
  revokeInvitation,
} from '@/lib/people/invitations'
import { leaveRegion, removeMember } from '@/lib/people/members'
import {
  invitationSchema,
  inviteSchema,
  leaveSchema,
  memberSchema,
  resendSchema,
} from '@/lib/people/schema'

export const invite = formAction(inviteSchema, async (viewer, input) => {
  const { joined, mailed } = await inviteSomebody(viewer, input)
  refresh()
  if (!mailed) return { saved: 'invitedUnmailed' }
  return { saved: joined ? 'joined' : 'invited' }
})

export const resend = formAction(resendSchema, async (viewer, input) => {
  const { mailed } = await resendInvitation(viewer, input)
  refresh()
  return { saved: mailed ? 'resent' : 'invitedUnmailed' }
})

export const revoke = formAction(invitationSchema, async (viewer, input) => {
  await revokeInvitation(viewer, input)
  refresh()
  return { saved: 'revoked' }
})

export const remove = formAction(memberSchema, async (viewer, input) => {
  await removeMember(viewer, input)
  refresh()
  return { saved: 'removed' }
})

export const leave = formAction(leaveSchema, async (viewer, input) => {
  await leaveRegion(viewer, input)
  return { goTo: '/my' }
})
