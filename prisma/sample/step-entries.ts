import { dayIn } from '../../lib/dates/rules'
import { deriveJourney } from '../../lib/journey/derived/rules'
import type { GuideStepShape } from '../../lib/journey/facts/rules'
import { replayHistory } from '../../lib/journey/history/rules'
import type { Entry } from './history'

/** The entries that tell how steps changed by those of items and milestones, step by step. */
export function listStepEntries(
  entries: readonly Entry[],
  guide: readonly GuideStepShape[],
  timeZone: string,
): Entry[] {
  return guide.flatMap((shape) =>
    listChanges(
      shape,
      entries.filter(({ step }) => step === shape.slug),
      timeZone,
    ),
  )
}

function listChanges(shape: GuideStepShape, entries: readonly Entry[], timeZone: string): Entry[] {
  const made = entries.map((entry) => ({ ...entry, at: entry.at.toISOString() }))
  const found: Entry[] = []
  let was = 'not_started'
  for (const [index, { at, actorId }] of entries.entries()) {
    const day = dayIn(timeZone, at)
    const record = replayHistory(made.slice(0, index + 1), day, timeZone)
    const [derived] = deriveJourney([shape], record, day).steps
    const is = derived?.state ?? 'not_started'
    if (was === is) continue
    const about = { kind: 'step.changed', step: shape.slug, subject: shape.slug }
    // A moment later, as the rules follow the change that moves them.
    const after = new Date(at.getTime() + 1)
    found.push({ ...about, at: after, actorId, before: { state: was }, after: { state: is } })
    was = is
  }
  return found
}
