import type { GuideStepShape, MilestoneFact, TickFact } from '../../lib/journey/facts/rules'

export const ITEM_STATES = ['open', 'started', 'done', 'not_applicable', 'waived'] as const

/** Three essentials, five others, one gate: six items of eight make three quarters. */
export const step = makeStep('second', 2)

/** Eight such steps, in order, with ids of their own. */
export const steps = Array.from({ length: 8 }, (_, index) =>
  makeStep(`step-${index + 1}`, index + 1, `step-${index + 1}.`),
)

/** The first `count` items of a step done on one day, essentials first. */
export function doneBy(day: string, count: number, of: GuideStepShape = step): TickFact[] {
  return of.items.slice(0, count).map((item) => done(item.id, day))
}

export function done(item: string, doneOn: string | null): TickFact {
  return { item, state: 'done', doneOn }
}

export function reached(reachedOn: string, milestone = 'gate'): MilestoneFact {
  return { milestone, state: 'reached', reachedOn, plannedOn: null }
}

function makeStep(slug: string, number: number, prefix = ''): GuideStepShape {
  const essentials = [1, 2, 3].map((n) => makeItem(`${prefix}essential-${n}`, true))
  const others = [1, 2, 3, 4, 5].map((n) => makeItem(`${prefix}other-${n}`, false))
  return {
    slug,
    number,
    items: [...essentials, ...others],
    milestones: [
      { id: `${prefix}gate`, gate: true, weight: 2 },
      { id: `${prefix}extra`, gate: false, weight: 1 },
    ],
    upkeep: { id: `${prefix}upkeep`, everyMonths: 6 },
  }
}

function makeItem(id: string, essential: boolean) {
  return { id, essential, weight: essential ? 2 : 1 }
}
