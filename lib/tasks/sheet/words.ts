import { SECTORS } from '@/lib/partners/rules'
import type { Guide } from '@/lib/guidebook/rules'
import { LOCALES } from '@/lib/i18n/locales'
import { type Voice, voiceOf } from '@/lib/i18n/voice'
import { sayStep } from '@/lib/journey/sheet/words'
import { clean, keyOf } from '@/lib/sheet/text/rules'
import { wordsFor, yesNoWords } from '@/lib/sheet/words'
import { FOR_WHOM, type ForWhom, TASK_STATES } from '@/lib/tasks/rules'
import type { TaskVocabulary } from '@/lib/tasks/sheet/reading/rules'
import { TASK_COLUMNS } from '@/lib/tasks/sheet/rules'

export interface Named {
  id: string
  name: string
}

/** The words of a sheet of tasks as every language of the product has them, and codes and ids. */
export async function readTaskVocabulary(
  guides: readonly Guide[],
  partners: readonly (Named & { archived: boolean })[],
  people: readonly Named[],
): Promise<TaskVocabulary> {
  const voices = await Promise.all(LOCALES.map(voiceOf))
  const steps = guides.flatMap(({ steps: all }) => all)
  const present = partners.filter(({ archived }) => !archived)
  return {
    columns: wordsFor(voices, TASK_COLUMNS, (voice, column) =>
      voice.translator('taskSheet')(`columns.${column}`),
    ),
    forWhom: wordsFor(voices, FOR_WHOM, sayForWhom),
    states: wordsFor(voices, TASK_STATES, (voice, state) =>
      voice.translator('tasks')(`state.${state}`),
    ),
    yesNo: yesNoWords(voices),
    steps: nameAll(
      steps.flatMap(({ slug: id, number, title }) =>
        [id, title, String(number), sayStep({ number, title })].map((name) => ({ id, name })),
      ),
    ),
    entries: nameAll(
      steps.flatMap((step) => [
        ...[...step.items, step.upkeep, ...step.ownItems].flatMap(({ id, label }) => [
          ...[
            { id, name: id },
            { id, name: label },
          ],
        ]),
        ...[...step.milestones, ...step.ownMilestones].flatMap(({ id, title }) => [
          ...[
            { id, name: id },
            { id, name: title },
          ],
        ]),
      ]),
    ),
    partners: nameAll([...partners.map(({ id }) => ({ id, name: id })), ...present]),
    people: nameAll([...people.map(({ id }) => ({ id, name: id })), ...people]),
  }
}

/** Ids by what they are called; several where a name says too little. */
function nameAll(all: readonly Named[]): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const { id, name } of all) {
    const key = keyOf(clean(name))
    const known = names.get(key) ?? []
    if (key !== '' && !known.includes(id)) names.set(key, [...known, id])
  }
  return names
}

/** Who is asked, in the words of the form. */
export function sayForWhom(voice: Voice, word: ForWhom): string {
  const sector = SECTORS.find((known) => word === `sector:${known}`)
  if (sector) return voice.translator('words')(`sector.${sector}`)
  return voice.translator('taskSheet')(`forWhom.${word as Exclude<ForWhom, `sector:${string}`>}`)
}

/** The name of an organisation or a person, or the id where reading the name would not give it back. */
export function sayNamed(
  id: string,
  all: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, readonly string[]>,
): string {
  const name = clean(all.get(id) ?? '')
  const meant = names.get(keyOf(name)) ?? []
  return meant.length === 1 && meant[0] === id && !/[;\n]/.test(name) ? name : id
}
