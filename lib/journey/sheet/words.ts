import type { Guide } from '@/lib/guidebook/rules'
import { LOCALES } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import type { Vocabulary } from '@/lib/journey/sheet/reading/rules'
import {
  COLUMNS,
  ITEM_STATES,
  KINDS,
  MILESTONE_STATES,
  type State,
} from '@/lib/journey/sheet/rules'
import { clean, keyOf } from '@/lib/sheet/text/rules'
import { wordsFor } from '@/lib/sheet/words'
import { SECTORS } from '@/lib/partners/rules'

export interface Named {
  id: string
  name: string
}

/** The words of a sheet as every language of the product has them, and their codes. */
export async function readVocabulary(
  guides: readonly Guide[],
  partners: readonly Named[],
): Promise<Vocabulary> {
  const voices = await Promise.all(LOCALES.map(voiceOf))
  const steps = guides.flatMap((guide) =>
    guide.steps.flatMap(({ slug, number, title }) =>
      [slug, title, String(number), sayStep({ number, title })].map(
        (word) => [keyOf(word), slug] as const,
      ),
    ),
  )
  return {
    columns: wordsFor(voices, COLUMNS, (voice, column) =>
      voice.translator('sheet')(`columns.${column}`),
    ),
    kinds: wordsFor(voices, KINDS, (voice, kind) => voice.translator('sheet')(`kinds.${kind}`)),
    states: wordsFor<State>(voices, [...ITEM_STATES, ...MILESTONE_STATES], sayState),
    steps: new Map(steps),
    owners: listOwners(voices, partners),
  }
}

/** A step as a sheet names it. */
export function sayStep({ number, title }: { number: number; title: string }): string {
  return `${number}. ${title}`
}

/** A state in words. */
export function sayState(voice: Voice, state: State): string {
  const words = voice.translator('words')
  return state === 'planned' || state === 'reached'
    ? words(`milestone.${state}`)
    : words(`tick.${state}`)
}

/** An owner as a sheet names it: so that reading it back gives the same. */
export function sayOwner(
  voice: Voice,
  word: string,
  { owners }: Vocabulary,
  partners: readonly Named[],
) {
  const words = voice.translator('words')
  if (word === 'coordinator') return words('owner.coordinator')
  const sector = SECTORS.find((known) => word === `sector:${known}`)
  if (sector) return words(`sector.${sector}`)
  if (!word.startsWith('partner:')) return words('owner.anyPartner')
  const partner = partners.find(({ id }) => word === `partner:${id}`)
  if (!partner) return words('owner.formerPartner')
  const known = owners.get(keyOf(clean(partner.name)))
  return known?.length === 1 && known[0] === word ? clean(partner.name) : word
}

function listOwners(voices: Voice[], partners: readonly Named[]): Map<string, string[]> {
  const owners = new Map<string, string[]>()
  const add = (name: string, word: string) => {
    const known = owners.get(keyOf(name)) ?? []
    if (!known.includes(word)) owners.set(keyOf(name), [...known, word])
  }
  for (const word of ['coordinator', 'any-partner']) add(word, word)
  for (const sector of SECTORS) add(`sector:${sector}`, `sector:${sector}`)
  for (const voice of voices) {
    const words = voice.translator('words')
    add(words('owner.coordinator'), 'coordinator')
    add(words('owner.anyPartner'), 'any-partner')
    add(words('owner.formerPartner'), 'former')
    for (const sector of SECTORS) {
      const name = words(`sector.${sector}`)
      add(name, `sector:${sector}`)
      add(words('owner.sector', { sector: name }), `sector:${sector}`)
    }
  }
  const ours = new Set(owners.keys())
  for (const { id, name } of partners) {
    // A partner called like one of our words is named by its code.
    if (!ours.has(keyOf(clean(name)))) add(clean(name), `partner:${id}`)
    add(`partner:${id}`, `partner:${id}`)
  }
  return owners
}
