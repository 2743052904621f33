import type { NeedStep } from '../../lib/needs/lines/rules'
import type { EditionContent } from '../../lib/guidebook/edition/schema'
import { listTriggers } from '../../lib/guidebook/edition/wording'

/** The eight steps as the rules of the journey want them. */
export function listStepShapes(content: EditionContent): NeedStep[] {
  return content.steps.map((step) => {
    const triggers = new Set(listTriggers(step))
    return {
      slug: step.slug,
      number: step.number,
      items: step.checklist.map(({ id, essential, weight }) => ({
        ...{ id, essential, weight },
        triggersMilestone: triggers.has(id),
      })),
      milestones: step.milestones.map(({ id, gate, weight }) => ({ id, gate, weight })),
      upkeep: { id: step.upkeep.id, everyMonths: step.upkeep.everyMonths },
    }
  })
}
