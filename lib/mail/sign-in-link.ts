import { LINK_MINUTES } from '@/lib/auth/rules'
import { mailTranslator, sendLetter } from '@/lib/mail/letter'

/** Mails the link that opens the page with the sign-in button. */
export async function mailSignInLink({
  to,
  url,
  locale,
}: {
  to: string
  url: string
  locale: string
}) {
  const t = await mailTranslator(locale)
  await sendLetter({
    to,
    locale,
    subject: t('signIn.subject'),
    heading: t('signIn.heading'),
    lines: [t('signIn.line', { minutes: LINK_MINUTES })],
    button: { label: t('signIn.button'), url },
    why: t('signIn.why'),
  })
}
