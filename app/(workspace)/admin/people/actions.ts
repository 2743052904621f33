'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/lib/forms/form-action'
import {
  inviteToProgramme,
  resendProgrammeInvitation,
  revokeProgrammeInvitation,
} from '@/lib/people/programme/invitations'
import { disableUser, enableUser, withdrawRole } from '@/lib/people/programme/users'
import {
  programmeInvitationSchema,
  programmeInviteSchema,
  programmeResendSchema,
  userSchema,
} from '@/lib/people/schema'

export const invite = formAction(programmeInviteSchema, async (viewer, input) => {
  const { joined, mailed } = await inviteToProgramme(viewer, input)
  refresh()
  if (!mailed) return { saved: 'invitedUnmailed' }
  return { saved: joined ? 'joined' : 'invited' }
})

export const resend = formAction(programmeResendSchema, async (viewer, input) => {
  const { mailed } = await resendProgrammeInvitation(viewer, input)
  refresh()
  return { saved: mailed ? 'resent' : 'invitedUnmailed' }
})

export const revoke = formAction(programmeInvitationSchema, async (viewer, input) => {
  await revokeProgrammeInvitation(viewer, input)
  refresh()
  return { saved: 'revoked' }
})

export const disable = formAction(userSchema, async (viewer, input) => {
  await disableUser(viewer, input)
  refresh()
  return { saved: 'disabled' }
})

export const enable = formAction(userSchema, async (viewer, input) => {
  await enableUser(viewer, input)
  refresh()
  return { saved: 'enabled' }
})

export const withdraw = formAction(userSchema, async (viewer, input) => {
  await withdrawRole(viewer, input)
  refresh()
  return { saved: 'roleWithdrawn' }
})
