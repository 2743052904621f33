import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'
import { createThrottle } from '@/lib/db/throttle'
import { Denial } from '@/lib/errors'
import { email } from '@/lib/forms/fields'
import { asLocale } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import { SECTORS } from '@/lib/partners/rules'
import { type Decision, decidePasted, type Situation } from '@/lib/people/pasted/deciding/rules'
import { readPasted } from '@/lib/people/pasted/reading/rules'
import { MOST_PASTED, type PastedFault } from '@/lib/people/pasted/rules'
import type { LookAtPasted } from '@/lib/people/pasted/schema'
import { readSituation } from '@/lib/people/pasted/situation'
import { readPastedVocabulary } from '@/lib/people/pasted/words'
import { getRegion } from '@/lib/regions/find'
import { keyOf } from '@/lib/sheet/text/rules'

/** Looking tells who is a member already, so nobody may try through whole address books. */
const allowsLooking = createThrottle('look-at-list', 60, 3600)

/** What a pasted list would do, in the reader's language. */
export interface PastedPreview {
  /** The list as it was sent, so that it can be put right. */
  list: string
  headline: string
  rows: {
    key: number
    row: number
    who: string
    name: string
    seat: string
    notes: string[]
    faults: string[]
  }[]
  /** Organisations that are not in the register, each once. */
  asks: { label: string; options: { value: string; label: string }[] }[]
  /** What is sent to invite all; null while something is to be put right. */
  changes: string | null
  seat: string
  locale: string
}

/**
 * Reads a pasted list and says whom it would invite; nothing is written and nobody mailed.
 * Throws Denial: not-found, forbidden, tooOften, or a fault of `list`.
 */
export async function lookAtPasted(
  viewer: Viewer,
  { regionId, list, seat, locale }: LookAtPasted,
  readerLocale: string,
): Promise<PastedPreview> {
  if (!(await allowsLooking(viewer.userId))) throw new Denial('forbidden', 'tooOften')
  const rows = readPasted(list, await readPastedVocabulary())
  if (rows.length === 0) throw new Denial('invalid', 'list:listEmpty')
  if (rows.length > MOST_PASTED) throw new Denial('invalid', 'list:listTooLong')
  const addresses = rows.map(({ wanted }) => wanted.email)
  const situation = await asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { id: regionId })
    return readSituation(db, viewer, region.id, { addresses, fallback: seat })
  })
  const wanted = rows.map((row) => row.wanted)
  const lines = decidePasted(situation, wanted, { fallback: seat, choices: new Map() }).map(
    (decision, index): Decision => {
      if (decision.leftOut) return decision
      const faults = [...(rows[index]?.faults ?? []), ...decision.faults]
      const isAddress = email.safeParse(decision.wanted.email).success
      return { ...decision, faults: isAddress || faults.length > 0 ? faults : ['address'] }
    },
  )
  const word = seat.partnerId ? `partner:${seat.partnerId}` : seat.role
  const sent = { list, seat: word, locale }
  return { ...sent, ...say(await voiceOf(asLocale(readerLocale)), lines, situation) }
}

function say(voice: Voice, lines: Decision[], situation: Situation) {
  const t = voice.translator('inviting')
  const words = voice.translator('words')
  const invited = lines.filter(({ leftOut }) => leftOut === null)
  const faulty = invited.filter(({ faults }) => faults.length > 0).length
  const asked = invited.filter(({ asks, faults }) => asks !== null && faults.length === 0)
  const headline = faulty > 0 ? 'faulty' : invited.length === 0 ? 'nobody' : 'ready'
  const organisationOf = ({ seat, wanted }: Decision) =>
    situation.partners.find(({ id }) => id === seat?.partnerId)?.name ?? wanted.organisation
  return {
    headline: t(`preview.${headline}`, { count: invited.length, faulty }),
    rows: lines.map((line, key) => ({
      ...{ key, row: line.wanted.row, who: line.wanted.email, name: line.wanted.name },
      seat: sayReadable(line.seat?.role ?? (line.asks ? 'partner' : null), organisationOf(line)),
      notes: sayLeftOut(line),
      faults: line.faults.map((fault: PastedFault) => t(`faults.${fault}`)),
    })),
    asks: [...new Map(asked.map(({ asks }) => [keyOf(asks?.name ?? ''), asks]))]
      .flatMap(([, asks]) => asks ?? [])
      .map(({ name, likely }) => ({
        label: t('asks.label', { name }),
        options: [
          ...likely.map((one) => ({ value: `${name}=${one.id}`, label: one.name })),
          ...(situation.mayAdd ? SECTORS : []).map((sector) => ({
            value: `${name}=new-${sector}`,
            label: t('asks.add', { sector: words(`sector.${sector}`) }),
          })),
        ],
      })),
    changes:
      faulty === 0 && invited.length > 0 ? JSON.stringify(invited.map((one) => one.wanted)) : null,
  }

  function sayReadable(role: 'coordinator' | 'partner' | 'observer' | null, organisation: string) {
    if (role === null) return ''
    return role === 'partner'
      ? [words('role.partner'), organisation].filter(Boolean).join(', ')
      : words(`role.${role}`)
  }

  function sayLeftOut({ leftOut }: Decision): string[] {
    if (!leftOut) return []
    return [
      leftOut.why === 'twice'
        ? t('leftOut.twice', { row: leftOut.row })
        : t(`leftOut.${leftOut.why}`),
    ]
  }
}
