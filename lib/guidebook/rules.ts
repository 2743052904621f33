/** A guidebook edition in one language, as pages and rules read it. */
export interface Guide {
  edition: number
  parts: GuidePart[]
  steps: GuideStep[]
  /** What other editions had and this one has not, where a region's records speak of it. */
  former: FormerEntry[]
}

/** An item or milestone in the words of the latest edition that has it. */
export interface FormerEntry {
  id: string
  step: string
  kind: 'item' | 'milestone'
  words: string
  doneWhen: string
  edition: number
}

interface GuidePart {
  slug: string
  number: number
  title: string
}

export interface GuideStep {
  slug: string
  number: number
  part: number
  title: string
  principle: string
  intro: string
  tips: { id: string; label: string; text: string }[]
  items: GuideItem[]
  upkeep: GuideItem & { everyMonths: number }
  milestones: GuideMilestone[]
  /** What a region added to its own lists: they decide nothing; see lib/journey/own/rules.ts. */
  ownItems: GuideItem[]
  ownMilestones: GuideMilestone[]
  /** `week` counts from the step's start; `supports` holds ids of the step's items. */
  tasks: { id: string; title: string; assignee: string; week: number; supports: string[] }[]
  tools: { id: string; name: string; category: string; form: string }[]
}

export interface GuideItem {
  id: string
  label: string
  doneWhen: string
  essential: boolean
  weight: number
  defaultOwner: string
  /** Being done suggests a milestone, so it comes first among equals (guidebook model, 3.8). */
  triggersMilestone: boolean
}

export interface GuideMilestone {
  id: string
  title: string
  reachedWhen: string
  gate: boolean
  weight: number
}

export function findStep(guide: Guide, slug: string): GuideStep | null {
  return guide.steps.find((step) => step.slug === slug) ?? null
}

/** The step an item or upkeep item belongs to, with the item itself. */
export function findItem(guide: Guide, id: string): { step: GuideStep; item: GuideItem } | null {
  for (const step of guide.steps) {
    const item = [...step.items, step.upkeep, ...step.ownItems].find(
      (candidate) => candidate.id === id,
    )
    if (item) return { step, item }
  }
  return null
}

export function findMilestone(
  guide: Guide,
  id: string,
): { step: GuideStep; milestone: GuideMilestone } | null {
  for (const step of guide.steps) {
    const milestone = [...step.milestones, ...step.ownMilestones].find(
      (candidate) => candidate.id === id,
    )
    if (milestone) return { step, milestone }
  }
  return null
}

/** An item or milestone that the guide itself has no longer: to be read, never to be changed. */
export function findFormer(guide: Guide, id: string): FormerEntry | null {
  return guide.former.find((entry) => entry.id === id) ?? null
}

/** True for the yearly (or so) upkeep item of a step, which no checklist count includes. */
export function isUpkeep(step: GuideStep, id: string): boolean {
  return step.upkeep.id === id
}
