import type { Saved } from '@/lib/errors'
import { fromDay } from '@/lib/dates/days'
import type { FormConflict } from '@/lib/forms/state'
import { getFormatter, getTranslations } from '@/lib/i18n/server'
import type { Formatter, Translator } from '@/lib/i18n/voice'

interface Voices {
  t: Translator<'forms'>
  words: Translator<'words'>
  format: Formatter
}

/** What is saved beside what was sent, field by field where they differ, in the reader's words. */
export async function composeConflict(
  saved: Saved,
  typed: Record<string, string>,
  known: Record<string, unknown>,
): Promise<FormConflict> {
  const [t, words, format] = await Promise.all([
    getTranslations('forms'),
    getTranslations('words'),
    getFormatter(),
  ])
  const voices = { t, words, format }
  const when = sayWhen(saved.when, voices)
  const rows = listDifferences(saved, typed, known).map(({ name, theirs, mine }) => ({
    name,
    label: labelOf(name, t),
    theirs: sayValue(name, theirs, saved, voices),
    mine: sayValue(name, mine, saved, voices),
    saved: theirs,
  }))
  return {
    version: String(saved.version),
    title: saved.who
      ? t('conflict.byName', { who: saved.who, when })
      : t('conflict.bySomeone', { when }),
    rows,
  }
}

function sayWhen(then: Date, { t, format }: Voices) {
  const now = new Date()
  const isFresh = now.getTime() - then.getTime() < 60_000
  return isFresh ? t('conflict.moment') : format.relativeTime(then, now)
}

type Value = string | boolean

/** A box that is not ticked is not sent: for it, nothing means no. */
function listDifferences(
  { fields }: Saved,
  typed: Record<string, string>,
  known: Record<string, unknown>,
) {
  return Object.entries(fields).flatMap(([name, theirs]) => {
    if (!(name in known)) return []
    const sent = typed[name]
    const mine = typeof theirs === 'boolean' ? sent !== undefined : sent?.trim()
    return mine === undefined || mine === theirs ? [] : [{ name, theirs, mine }]
  })
}

function labelOf(name: string, t: Translator<'forms'>) {
  const key = `conflict.fields.${name}` as 'conflict.fields.note'
  return t.has(key) ? t(key) : name
}

const CODED: Record<string, readonly string[]> = {
  state: ['tick', 'milestone'],
  sector: ['sector'],
  subtype: ['subtype'],
  status: ['status'],
}

function sayValue(name: string, value: Value, { names }: Saved, voices: Voices): string {
  const { t, words, format } = voices
  if (typeof value === 'boolean') return t(value ? 'conflict.yes' : 'conflict.no')
  if (value === '') return t('conflict.nothing')
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return format.dateTime(fromDay(value), { dateStyle: 'long' })
  }
  if (name === 'owner') return sayOwnerWord(value, names, words)
  const keys = (CODED[name] ?? []).map((group) => `${group}.${value}` as 'sector.public')
  const key = keys.find((candidate) => words.has(candidate))
  return key ? words(key) : value
}

function sayOwnerWord(
  value: string,
  names: Record<string, string>,
  words: Translator<'words'>,
): string {
  if (value === 'coordinator') return words('owner.coordinator')
  if (value === 'any-partner') return words('owner.anyPartner')
  if (value.startsWith('partner:')) return names[value] ?? words('owner.formerPartner')
  const key = value.replace(':', '.') as 'sector.public'
  return words.has(key) ? words('owner.sector', { sector: words(key) }) : value
}
