import { env } from '@/lib/env'
import { asLocale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import { log } from '@/lib/log'
import { mailTranslator, sendLetter } from '@/lib/mail/letter'

interface Invited {
  to: string
  locale: string
  inviter: string
  role: 'coordinator' | 'partner' | 'observer' | 'staff' | 'admin'
  days: number
}

type InvitedToRegion = Invited & {
  region: { slug: string; name: string }
  organisation: string | null
}

/** Mails an invitation to a region. True if the mail went out; the invitation stands either way. */
export function mailInvitation(invited: InvitedToRegion): Promise<boolean> {
  return isOut(() => sendInvitation(invited))
}

/** Mails an invitation to a region. Throws what the mail server throws. */
export async function sendInvitation(invited: InvitedToRegion): Promise<void> {
  const { to, locale, inviter, organisation, region, days } = invited
  const t = await mailTranslator(locale)
  const role = await roleName(invited)
  const lines = [t('invitation.line', { inviter, role })]
  if (organisation) lines.push(t('invitation.lineOrganisation', { organisation }))
  await sendLetter({
    ...{ to, locale, lines },
    subject: t('invitation.subject', { inviter, region: region.name }),
    heading: t('invitation.heading', { region: region.name }),
    button: { label: t('invitation.button'), url: doorFor(to, `/regions/${region.slug}`) },
    why: t('invitation.why', { inviter, days }),
  })
}

/** Mails an invitation to the programme's staff or administration; answers like mailInvitation. */
export async function mailProgrammeInvitation(invited: Invited): Promise<boolean> {
  const { to, locale, inviter, days } = invited
  const t = await mailTranslator(locale)
  const role = await roleName(invited)
  return isOut(() =>
    sendLetter({
      ...{ to, locale },
      subject: t('programmeInvitation.subject', { inviter }),
      heading: t('programmeInvitation.heading'),
      lines: [t('programmeInvitation.line', { inviter, role })],
      button: { label: t('programmeInvitation.button'), url: doorFor(to, '/compare') },
      why: t('programmeInvitation.why', { inviter, days }),
    }),
  )
}

/** The sign-in page with the address filled in: a link is asked for there, so none lies in a mailbox. */
function doorFor(email: string, next: string): string {
  const url = new URL('/sign-in', env.APP_URL)
  url.search = new URLSearchParams({ email, next }).toString()
  return url.href
}

async function roleName({ locale, role }: Invited): Promise<string> {
  return (await voiceOf(asLocale(locale))).translator('people')(`mailRole.${role}`)
}

async function isOut(send: () => Promise<void>): Promise<boolean> {
  try {
    await send()
    return true
  } catch (error) {
    log.error({ event: 'mail.failed', fault: error instanceof Error ? error.name : 'unknown' })
    return false
  }
}
