import { z } from 'zod'
import { email, line, seen } from '@/lib/forms/fields'
import { LOCALES } from '@/lib/i18n/locales'
import { MOST_PASTED } from '@/lib/people/pasted/rules'

const locale = z.enum(LOCALES)

/** A seat as one word of a form: 'observer', 'coordinator', 'partner:<id>'. */
export const seat = z
  .enum(['observer', 'coordinator'], 'required')
  .transform((role) => ({ role, partnerId: null }))
  .or(
    z
      .string()
      .startsWith('partner:')
      .transform((word) => word.slice(8))
      .pipe(z.uuid('required'))
      .transform((partnerId) => ({ role: 'partner' as const, partnerId })),
  )

export const inviteSchema = z.object({ regionId: z.uuid(), email, seat, locale })

/** Several invitations at once: sent again or withdrawn. */
export const changeInvitationsSchema = z.object({
  regionId: z.uuid(),
  entries: z
    .union([z.uuid().transform((one) => [one]), z.array(z.uuid()).max(MOST_PASTED)], 'chooseSome')
    .transform((all) => [...new Set(all)]),
  what: z.enum(['resend', 'revoke']),
  locale,
})

/** A member, or nobody in particular. */
const somebody = z
  .literal('')
  .transform(() => undefined)
  .or(z.uuid())
  .optional()

export const memberSchema = z.object({ regionId: z.uuid(), id: z.uuid(), heir: somebody })

export const leaveSchema = z.object({ regionId: z.uuid(), heir: somebody, successor: somebody })

export const profileSchema = z.object({
  name: line(100).min(1, 'required'),
  locale,
  theme: z.enum(['system', 'light', 'dark']),
  version: seen,
})

export const nameSchema = z.object({ name: line(100).min(1, 'required') })

export const programmeInviteSchema = z.object({ email, role: z.enum(['staff', 'admin']), locale })

export const programmeInvitationSchema = z.object({ id: z.uuid() })

export const programmeResendSchema = z.object({ id: z.uuid(), locale })

export const userSchema = z.object({ id: z.uuid(), version: seen })

export type Invite = z.output<typeof inviteSchema>
export type ChangeInvitations = z.output<typeof changeInvitationsSchema>
export type WhichMember = z.output<typeof memberSchema>
export type Leave = z.output<typeof leaveSchema>
export type NameOneself = z.output<typeof nameSchema>
export type ChangeProfile = z.output<typeof profileSchema>
export type ProgrammeInvite = z.output<typeof programmeInviteSchema>
export type WhichProgrammeInvitation = z.output<typeof programmeInvitationSchema>
export type ProgrammeResend = z.output<typeof programmeResendSchema>
export type WhichUser = z.output<typeof userSchema>

/** Erasing an account asks for its address once more. */
export const eraseSchema = z.object({ email })
export const eraseUserSchema = z.object({ id: z.uuid(), email })
export type EraseOneself = z.output<typeof eraseSchema>
export type EraseUser = z.output<typeof eraseUserSchema>
