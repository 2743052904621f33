import type { Station } from '@/components/journey/station'
import type { Guide } from '@/lib/guidebook/rules'
import type { Translator } from '@/lib/i18n/voice'
import type { DerivedStep } from '@/lib/journey/derived/rules'

type Standing = Pick<DerivedStep, 'slug' | 'state' | 'progress'>

/** The eight stations of a drawing in the reader's words. `note` may say more than the state. */
export function toStations<S extends Standing>(
  guide: Guide,
  steps: readonly S[],
  words: Translator<'words'>,
  note: (step: S) => string | undefined = () => undefined,
): Station[] {
  return guide.steps.flatMap(({ slug, number, title, part }) => {
    const derived = steps.find((step) => step.slug === slug)
    if (!derived) return []
    const { state, progress } = derived
    const stateLabel = words(`state.${state}`)
    const label = words('station', { n: number, title, state: stateLabel, progress })
    return [{ slug, number, title, part, state, progress, stateLabel, label, note: note(derived) }]
  })
}
