import { FIRST_CIRCLE } from '../matrix/rules'

/** What the matrix and the planner know, counted in organisations. */
export interface CandidFacts {
  listed: number
  /** Rated by at least two people. */
  placed: number
  /** In the first circle, with a reason. */
  circle: number
  /** Those of the first circle with whom somebody talked. */
  circleTalked: number
  talked: number
  /** Talked with, and both expectation and contribution are written down. */
  noted: number
  /** Engaged or committed. */
  engaged: number
  /** Engaged or committed, with at least one gain. */
  gaining: number
}

export interface CandidSuggestion {
  item: string
  reason: 'placed' | 'circle' | 'talked' | 'noted' | 'gaining'
  values: { count: number; of: number }
}

/**
 * Items that these tools show to be done, with the reason (guidebook, "Suggested automatically
 * when"). They are only offered: a person ticks.
 */
export function suggestFromCandid(facts: CandidFacts): CandidSuggestion[] {
  const { listed, placed, circle, circleTalked, talked, noted, engaged, gaining } = facts
  const suggestions: (CandidSuggestion & { holds: boolean })[] = [
    {
      item: 'ecosystem.checklist.power-interest-placed',
      reason: 'placed',
      values: { count: placed, of: listed },
      holds: reaches(placed, listed, 80),
    },
    {
      item: 'ecosystem.checklist.first-circle-chosen',
      reason: 'circle',
      values: { count: circle, of: listed },
      holds: circle >= FIRST_CIRCLE.least,
    },
    {
      item: 'engagement.checklist.personal-talks-held',
      reason: 'talked',
      values: { count: circleTalked, of: circle },
      holds: reaches(circleTalked, circle, 70),
    },
    {
      item: 'engagement.checklist.expectations-noted',
      reason: 'noted',
      values: { count: noted, of: talked },
      holds: reaches(noted, talked, 100),
    },
    {
      item: 'engagement.checklist.gain-per-partner',
      reason: 'gaining',
      values: { count: gaining, of: engaged },
      holds: reaches(gaining, engaged, 80),
    },
  ]
  return suggestions
    .filter(({ holds }) => holds)
    .map(({ item, reason, values }) => ({ item, reason, values }))
}

/** Of nothing, no share is reached. */
function reaches(count: number, of: number, percent: number) {
  return of > 0 && count * 100 >= of * percent
}
