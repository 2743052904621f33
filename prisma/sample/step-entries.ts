import { dayIn } from '../../lib/dates/rules'
import { deriveJourney } from '../../lib/journey/derived/rules'
import type { GuideStepShape } from '../../lib/journey/facts/rules'
import { replayHistory } from '../../lib/journey/history/rules'
import type { RoundRow } from '../../lib/journey/record'
import type { Entry } from './history'

/** The entries that tell how steps changed by those of items, milestones and rounds, step by step. */
export function listStepEntries(
  entries: readonly Entry[],
  guide: readonly GuideStepShape[],
  { timeZone, levels }: Asked,
): Entry[] {
  return guide.flatMap((shape, place) => {
    const own = levels.filter(({ step }) => step === shape.slug)
    const moving = entries
      .filter(
        ({ step, kind }) => step === shape.slug || (kind === 'round.closed' && own.length > 0),
      )
      .sort((a, b) => a.at.getTime() - b.at.getTime())
    return listChanges(shape, moving, { timeZone, levels: own, place })
  })
}

interface Asked {
  timeZone: string
  /** What closed rounds said. */
  levels: readonly RoundRow[]
}

function listChanges(
  shape: GuideStepShape,
  entries: readonly Entry[],
  { timeZone, levels, place }: Asked & { place: number },
): Entry[] {
  const made = entries.map((entry) => ({ ...entry, at: entry.at.toISOString() }))
  const found: Entry[] = []
  let was = 'not_started'
  for (const [index, { at, actorId }] of entries.entries()) {
    const day = dayIn(timeZone, at)
    const record = replayHistory(made.slice(0, index + 1), day, timeZone)
    const rounds = { [shape.slug]: levels.filter(({ closedOn }) => closedOn <= day) }
    const [derived] = deriveJourney([shape], { ...record, rounds }, day).steps
    const is = derived?.state ?? 'not_started'
    if (was === is) continue
    const about = { kind: 'step.changed', step: shape.slug, subject: shape.slug }
    // A moment later, as the rules follow the change that moves them; a round moves several steps.
    const after = new Date(at.getTime() + 1 + place)
    found.push({ ...about, at: after, actorId, before: { state: was }, after: { state: is } })
    was = is
  }
  return found
}
