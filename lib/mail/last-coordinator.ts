import { env } from '@/lib/env'
import { asLocale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import { log } from '@/lib/log'
import { sendLetter } from '@/lib/mail/letter'

/** Tells the programme's people that a region has no coordinator any more. */
export async function mailLastCoordinatorLeft(
  staff: readonly { email: string; locale: string | null }[],
  region: { slug: string; name: string },
): Promise<void> {
  for (const { email, locale } of staff) {
    const known = asLocale(locale)
    const t = (await voiceOf(known)).translator('people')
    const values = { region: region.name }
    try {
      await sendLetter({
        to: email,
        locale: known,
        subject: t('lastCoordinator.subject', values),
        heading: t('lastCoordinator.heading', values),
        lines: [t('lastCoordinator.line', values)],
        button: {
          label: t('lastCoordinator.button'),
          url: new URL(`/regions/${region.slug}/people`, env.APP_URL).href,
        },
        why: t('lastCoordinator.why'),
      })
    } catch (error) {
      log.error({ event: 'mail.failed', fault: error instanceof Error ? error.name : 'unknown' })
    }
  }
}
