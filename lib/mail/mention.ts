import { env } from '@/lib/env'
import { getGuide } from '@/lib/guidebook/data'
import { findItem, findMilestone } from '@/lib/guidebook/rules'
import { asLocale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'
import { type OwnEntryRow, placeOfEntry, withOwnEntries } from '@/lib/journey/own/rules'
import { log } from '@/lib/log'
import { sendLetter } from '@/lib/mail/letter'

/** Somebody to be told; `locale` null: the language they have not chosen. */
export interface Reader {
  email: string
  locale: string | null
}

interface Mentioned {
  region: { slug: string; name: string }
  edition: number
  own: readonly OwnEntryRow[]
  subject: string
  author: string
  text: string
}

/** The most of a comment that a mail repeats; the rest is a link away. */
const MOST = 400

/** Tells people that a comment names them, each in their language. The comment stands either way. */
export async function mailMentions(
  readers: readonly Reader[],
  { region, edition, own, subject, author, text }: Mentioned,
): Promise<void> {
  for (const { email, locale } of readers) {
    const known = asLocale(locale)
    try {
      const t = (await voiceOf(known)).translator('comments')
      const guide = withOwnEntries(await getGuide(edition, known), own)
      const title =
        findItem(guide, subject)?.item.label ?? findMilestone(guide, subject)?.milestone.title ?? ''
      const values = { author, region: region.name, title }
      await sendLetter({
        ...{ to: email, locale: known },
        subject: t('mail.subject', values),
        heading: t('mail.heading', values),
        lines: [t('mail.line', values), shorten(text)],
        button: {
          label: t('mail.button'),
          url: new URL(`${placeOfEntry(region.slug, subject)}#comments`, env.APP_URL).href,
        },
        why: t('mail.why', values),
      })
    } catch (error) {
      log.error({ event: 'mail.failed', fault: error instanceof Error ? error.name : 'unknown' })
    }
  }
}

function shorten(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST).trimEnd()} …`
}
