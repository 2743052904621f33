import { dayIn } from '../../lib/dates/rules'
import { deriveJourney } from '../../lib/journey/derived/rules'
import type { GuideStepShape } from '../../lib/journey/facts/rules'
import { replayHistory } from '../../lib/journey/history/rules'
import type { Entry } from './history'

/** The entries that tell how steps changed by those of items and milestones, in the order of time. */
export function listStepEntries(
  entries: readonly Entry[],
  guide: readonly GuideStepShape[],
  timeZone: string,
): Entry[] {
  const states = new Map<string, string>()
  const found: Entry[] = []
  for (const [index, { at, actorId, step }] of entries.entries()) {
    const day = dayIn(timeZone, at)
    const soFar = entries
      .slice(0, index + 1)
      .map((entry) => ({ ...entry, at: entry.at.toISOString() }))
    const shape = guide.find(({ slug }) => slug === step)
    if (!shape) continue
    const [derived] = deriveJourney([shape], replayHistory(soFar, day, timeZone), day).steps
    const [was, is] = [states.get(shape.slug) ?? 'not_started', derived?.state ?? 'not_started']
    if (was === is) continue
    states.set(shape.slug, is)
    const about = { kind: 'step.changed', step: shape.slug, subject: shape.slug }
    // A moment later, as the rules follow the change that moves them.
    const after = new Date(at.getTime() + 1)
    found.push({ ...about, at: after, actorId, before: { state: was }, after: { state: is } })
  }
  return found
}
