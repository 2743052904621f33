'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import { invite as inviteSomebody } from '@/lib/people/invitations'
import { leaveRegion, removeMember } from '@/lib/people/members'
import {
  changeInvitationsSchema,
  inviteSchema,
  leaveSchema,
  memberSchema,
} from '@/lib/people/schema'
import { changeInvitations } from '@/lib/people/several'

export const invite = formAction(inviteSchema, async (viewer, input) => {
  const { joined, mailed } = await inviteSomebody(viewer, input)
  refresh()
  if (!mailed) return { saved: 'invitedUnmailed' }
  return { saved: joined ? 'joined' : 'invited' }
})

export const changeChosen = formAction(changeInvitationsSchema, async (viewer, input) => {
  await changeInvitations(viewer, input)
  refresh()
  return { saved: input.what === 'resend' ? 'resent' : 'revoked' }
})

export const remove = formAction(memberSchema, async (viewer, input) => {
  const slug = await removeMember(viewer, input)
  return { goTo: `/regions/${slug}/people?removed=1` }
})

export const leave = formAction(leaveSchema, async (viewer, input) => {
  await leaveRegion(viewer, input)
  return { goTo: '/my' }
})
