import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Html,
  Link,
  Preview,
  render,
  Text,
} from '@react-email/components'
import { Fragment } from 'react'
import { deliver } from '@/lib/mail/deliver'
import { asLocale } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/voice'

/** A letter's own words; the frame adds brand, reason and plain twin. */
export interface Letter {
  to: string
  locale: string
  subject: string
  heading: string
  lines: string[]
  /** What the letter tells of, each with its link and, at times, somebody's words. */
  entries?: { line: string; url: string; words: string }[]
  headers?: Record<string, string>
  button: { label: string; url: string }
  why: string
  /** What can be done about such mails. */
  ways?: { label: string; url: string }[]
}

/** The mail translator of a reader's language. */
export async function mailTranslator(locale: string) {
  return (await voiceOf(asLocale(locale))).translator('mail')
}

const font = "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif"
const ink = { color: '#211c15', fontFamily: font }

function LetterMail({ locale, heading, lines, entries = [], button, why, ways = [] }: Letter) {
  return (
    <Html lang={locale}>
      <Head />
      <Preview>{heading}</Preview>
      <Body style={{ ...ink, backgroundColor: '#fbf7ef', margin: 0, padding: '24px 12px' }}>
        <Container
          style={{ backgroundColor: '#fffdf9', borderRadius: 12, padding: 28, maxWidth: 520 }}
        >
          <Text style={{ ...ink, fontWeight: 700, margin: 0 }}>LEP Journey</Text>
          <Heading as="h1" style={{ ...ink, fontSize: 24, lineHeight: '30px', margin: '16px 0' }}>
            {heading}
          </Heading>
          {lines.map((line) => (
            <Text key={line} style={{ ...ink, fontSize: 16, lineHeight: '24px' }}>
              {line}
            </Text>
          ))}
          {entries.map(({ line, url, words }) => (
            <Text key={url + line} style={{ ...ink, fontSize: 16, lineHeight: '24px' }}>
              <Link href={url} style={{ ...ink, textDecoration: 'underline' }}>
                {line}
              </Link>
              {words && (
                <>
                  <br />
                  {words}
                </>
              )}
            </Text>
          ))}
          <Button
            href={button.url}
            style={{
              backgroundColor: '#211c15',
              borderRadius: 10,
              color: '#fffdf9',
              fontFamily: font,
              fontSize: 16,
              fontWeight: 600,
              padding: '14px 22px',
            }}
          >
            {button.label}
          </Button>
          <Text style={{ ...ink, color: '#665c4e', fontSize: 13, lineHeight: '19px' }}>
            {why}
            {ways.map(({ label, url }) => (
              <Fragment key={url}>
                <br />
                <Link href={url} style={{ color: '#665c4e', textDecoration: 'underline' }}>
                  {label}
                </Link>
              </Fragment>
            ))}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

/** Sends a letter with its plain-text twin. */
export async function sendLetter(letter: Letter): Promise<void> {
  const { heading, lines, entries = [], button, why, ways = [], headers } = letter
  const told = entries.map(({ line, words, url }) => [line, words, url].filter(Boolean).join('\n'))
  const can = ways.map(({ label, url }) => `${label}: ${url}`)
  const text = [heading, ...lines, ...told, `${button.label}: ${button.url}`, why, ...can].join(
    '\n\n',
  )
  const html = await render(<LetterMail {...letter} />)
  await deliver({ to: letter.to, subject: letter.subject, html, text, headers })
}
