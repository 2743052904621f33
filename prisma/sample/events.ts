import type { EditionContent, GuideStepContent } from '../../lib/guidebook/edition/schema'
import type { Chance } from './chance'
import type { RegionPlan, StepPlan } from './plan'

/** A change that somebody made: `facts` are the ones that differ afterwards, days as daysAgo. */
export type SampleEvent = {
  daysAgo: number
  by: 'coordinator' | 'partner' | 'staff'
  table: 'ticks' | 'milestones'
  step: string
  subject: string
  facts: {
    state?: string
    isDated?: boolean
    due?: number
    plannedOn?: number
    owner?: string
    note?: string
    reason?: string
  }
}

/** Everything that happened on a region's journey, step by step, in no order of time. */
export function listJourneyEvents(
  content: EditionContent,
  plan: RegionPlan,
  chance: Chance,
): SampleEvent[] {
  return content.steps.flatMap((step) => {
    const found = plan.steps[step.slug]
    return found ? listStepEvents(step, found, chance) : []
  })
}

function listStepEvents(step: GuideStepContent, plan: StepPlan, chance: Chance): SampleEvent[] {
  return [
    ...doneEvents(step, plan, chance),
    ...reachedEvents(step, plan, chance),
    ...laterEvents(step, plan),
  ]
}

function doneEvents(step: GuideStepContent, plan: StepPlan, chance: Chance): SampleEvent[] {
  const items = chooseDone(step, plan)
  return items.flatMap((item, index) => {
    const daysAgo = spread(plan, index, items.length, chance)
    const by = item.defaultOwner === 'coordinator' || chance.below(2) ? 'coordinator' : 'partner'
    const about = { table: 'ticks', step: step.slug, subject: item.id } as const
    const done: SampleEvent = {
      ...about,
      daysAgo,
      by,
      facts: { state: 'done', isDated: true, note: plan.notes?.[item.slug] ?? '' },
    }
    if (chance.below(5) > 1) return [done]
    const before = daysAgo + 5 + chance.below(14)
    const due = daysAgo + chance.below(7) - 3
    return [{ ...about, daysAgo: before, by, facts: { state: 'started', due } }, done]
  })
}

function chooseDone(step: GuideStepContent, { done, notApplicable, waived }: StepPlan) {
  const leftOut = { ...notApplicable, ...waived }
  const items = step.checklist.filter((item) => !(item.slug in leftOut))
  if (Array.isArray(done)) return items.filter((item) => done.includes(item.slug))
  if (done === 'all') return items
  const others = items.filter((item) => !item.essential)
  const wanted = Math.ceil(items.length * 0.75) - (items.length - others.length)
  return items.filter((item) => item.essential || others.indexOf(item) < wanted)
}

function reachedEvents(step: GuideStepContent, plan: StepPlan, chance: Chance): SampleEvent[] {
  const { reached } = plan
  const milestones = step.milestones.filter(({ slug, gate }) =>
    Array.isArray(reached) ? reached.includes(slug) : gate || reached === 'all',
  )
  return milestones.flatMap((milestone, index) => {
    const daysAgo = spread(plan, index, milestones.length, chance)
    const about = { table: 'milestones', step: step.slug, subject: milestone.id } as const
    const facts = { state: 'reached', isDated: true, note: plan.notes?.[milestone.slug] ?? '' }
    const event: SampleEvent = { ...about, daysAgo, by: 'coordinator', facts }
    if (chance.below(2)) return [event]
    const plannedOn = daysAgo + chance.below(9) - 2
    const before = daysAgo + 21 + chance.below(20)
    return [
      { ...about, daysAgo: before, by: 'coordinator', facts: { state: 'planned', plannedOn } },
      event,
    ]
  })
}

/** What is open, planned, left out, taken back and kept up. */
function laterEvents(step: GuideStepContent, plan: StepPlan): SampleEvent[] {
  const tick = (
    slug: string,
    daysAgo: number,
    by: SampleEvent['by'],
    facts: SampleEvent['facts'],
  ): SampleEvent => {
    const subject = idOf([...step.checklist, step.upkeep], slug)
    return { table: 'ticks', step: step.slug, subject, daysAgo, by, facts }
  }
  return [
    ...Object.entries(plan.open ?? {}).map(([slug, { set, due, owner, started, note }]) =>
      tick(slug, set, 'coordinator', {
        ...{ state: started ? 'started' : 'open', due },
        ...{ owner: owner ?? '', note: note ?? '' },
      }),
    ),
    ...Object.entries(plan.notApplicable ?? {}).map(([slug, { set, reason }]) =>
      tick(slug, set, 'coordinator', { state: 'not_applicable', isDated: true, reason }),
    ),
    ...Object.entries(plan.waived ?? {}).map(([slug, { set, reason }]) =>
      tick(slug, set, 'staff', { state: 'waived', isDated: true, reason }),
    ),
    ...Object.entries(plan.reopened ?? {}).map(([slug, { set, note }]) =>
      tick(slug, set, 'coordinator', { state: 'open', isDated: false, note }),
    ),
    ...(plan.upkeep ?? []).map(([on, note]) =>
      tick(step.upkeep.slug, on, 'coordinator', { state: 'done', isDated: true, note }),
    ),
    ...Object.entries(plan.planned ?? {}).map(([slug, { set, on, note }]): SampleEvent => ({
      table: 'milestones',
      step: step.slug,
      subject: idOf(step.milestones, slug),
      daysAgo: set,
      by: 'coordinator',
      facts: { state: 'planned', plannedOn: on, note: note ?? '' },
    })),
  ]
}

function idOf(list: readonly { slug: string; id: string }[], slug: string): string {
  const found = list.find((entry) => entry.slug === slug)
  if (!found) throw new Error(`The sample programme names ${slug}, which the guidebook lacks.`)
  return found.id
}

/** Spreads a step's entries over its time, the last one on its last day. */
function spread({ from, to }: StepPlan, index: number, count: number, chance: Chance): number {
  const share = (index + 1) / count
  const jitter = index + 1 === count ? 0 : chance.below(Math.max(1, (from - to) / count / 2))
  return Math.max(to, Math.round(from - (from - to) * share + jitter))
}
