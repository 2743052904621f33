import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isReached,
  journeyStage,
  partProgress,
  regionProgress,
  STEP_STATES,
  type StepFacts,
  type StepState,
  stepProgress,
  stepState,
} from '../../lib/journey/rules'
import model from './vectors/model.json'
import vectors from './vectors/state.json'

const later = '2025-10-29'
const last = '2025-11-20'
const first = round('2025-06-01', 3)

describe('stepState', () => {
  it.each(vectors.stepState.map((vector, index) => ({ ...vector, index })))(
    'case $index: $expected.state $expected.flags',
    ({ facts, expected }) => {
      expect(stepState(facts as StepFacts)).toEqual(expected)
    },
  )

  it('says nothing of rounds that have not closed yet', () => {
    const later = { ...reachedFacts(), rounds: [round('2026-07-01', 5)] }
    expect(stepState(later).state).toBe('reached')
  })

  it.each([
    [455, 'confirmed'],
    [456, 'reached'],
  ])('%i days after its only round a step is %s', (days, state) => {
    const closedOn = new Date(Date.UTC(2026, 5, 30 - days)).toISOString().slice(0, 10)
    const facts = { ...reachedFacts(), reachedSince: closedOn, rounds: [round(closedOn, 4)] }
    expect(stepState(facts).state).toBe(state)
  })

  it.each<[string, Partial<StepFacts>, StepState]>([
    ['all conditions just met', {}, 'sustained'],
    ['a day less than 180 confirmed', { asOf: '2025-11-27' }, 'confirmed'],
    ['second round a day early', { rounds: [first, round('2025-10-28', 3.5)] }, 'confirmed'],
    ['second round at 3.45, seen as 3.5', { rounds: [first, round(later, 3.45)] }, 'sustained'],
    ['second round at 3.44', { rounds: [first, round(later, 3.44)] }, 'confirmed'],
    ['core at 3.44', { rounds: [first, { ...round(later, 4), core: 3.44 }] }, 'confirmed'],
    ['then a round at 3.15', { rounds: [first, round(later, 4), round(last, 3.15)] }, 'sustained'],
    ['then a round at 3.14', { rounds: [first, round(later, 4), round(last, 3.14)] }, 'confirmed'],
    ['then a round at 2.45', { rounds: [first, round(later, 4), round(last, 2.45)] }, 'confirmed'],
    ['then a round at 2.44', { rounds: [first, round(later, 4), round(last, 2.44)] }, 'reached'],
    ['no upkeep', { upkeep: { lastDoneOn: null, everyMonths: 12 } }, 'confirmed'],
    ['upkeep of before', { upkeep: { lastDoneOn: '2025-05-31', everyMonths: 12 } }, 'confirmed'],
    [
      'upkeep 60 days overdue',
      { upkeep: { lastDoneOn: '2025-06-29', everyMonths: 3 } },
      'sustained',
    ],
    [
      'upkeep 61 days overdue',
      { upkeep: { lastDoneOn: '2025-06-28', everyMonths: 3 } },
      'confirmed',
    ],
  ])('sustaining, %s', (_case, change, state) => {
    expect(stepState({ ...sustainedFacts(), ...change }).state).toBe(state)
  })

  it('flags are sorted and each stands once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...vectors.stepState), ({ facts }) => {
        const { flags } = stepState(facts as StepFacts)
        expect(flags).toEqual([...new Set(flags)].sort())
      }),
    )
  })
})

describe('journeyStage', () => {
  it.each(vectors.stage)('$steps', ({ steps, expected }) => {
    expect(journeyStage(steps as StepState[])).toEqual(expected)
  })

  it('never falls when one step gets further', () => {
    const states = fc.array(fc.constantFrom(...STEP_STATES), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(states, fc.nat(7), fc.constantFrom(...STEP_STATES), (before, at, better) => {
        fc.pre(STEP_STATES.indexOf(better) >= STEP_STATES.indexOf(before[at] ?? 'not_started'))
        const after = before.with(at, better)
        expect(journeyStage(after).stage).toBeGreaterThanOrEqual(journeyStage(before).stage)
        expect(journeyStage(after).reachedStep).toBeGreaterThanOrEqual(
          journeyStage(before).reachedStep,
        )
      }),
    )
  })

  it('counts every reached step once, in the run or ahead of it', () => {
    const states = fc.array(fc.constantFrom(...STEP_STATES), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(states, (all) => {
        const { reachedStep, ahead } = journeyStage(all)
        expect(reachedStep + ahead.length).toBe(all.filter(isReached).length)
      }),
    )
  })
})

describe('progress', () => {
  it.each(model.progress)('$done of $total is $stepProgress', (vector) => {
    expect(stepProgress(vector.done, vector.total)).toBe(vector.stepProgress)
  })

  it('is a whole number from 0 to 100, and 100 exactly when all is done', () => {
    const counts = fc.record({
      essential: fc.nat(6),
      other: fc.nat(6),
      gate: fc.nat(3),
      otherMilestones: fc.nat(3),
    })
    fc.assert(
      fc.property(counts, counts, (done, left) => {
        const total = {
          essential: done.essential + left.essential,
          other: done.other + left.other,
          gate: done.gate + left.gate,
          otherMilestones: done.otherMilestones + left.otherMilestones,
        }
        const progress = stepProgress(done, total)
        const isComplete = Object.values(left).every((count) => count === 0)
        expect(Number.isInteger(progress)).toBe(true)
        expect(progress).toBeGreaterThanOrEqual(0)
        expect(progress === 100).toBe(isComplete)
      }),
    )
  })

  it('of parts and regions is the mean, rounded down', () => {
    expect(partProgress([47, 48])).toBe(47)
    expect(regionProgress([100, 100, 100, 100, 100, 100, 100, 99])).toBe(99)
    expect(regionProgress([])).toBe(0)
  })
})

function reachedFacts(): StepFacts {
  return {
    asOf: '2026-06-30',
    anyEntry: true,
    essentials: { done: 3, total: 3 },
    items: { done: 6, applicable: 8 },
    gates: { reached: 1, total: 1 },
    reachedSince: '2026-06-01',
    rounds: [],
    upkeep: { lastDoneOn: null, everyMonths: 36 },
  }
}

function sustainedFacts(): StepFacts {
  return {
    ...reachedFacts(),
    asOf: '2025-11-28',
    reachedSince: '2025-06-01',
    rounds: [first, round(later, 3.5)],
    upkeep: { lastDoneOn: '2025-06-01', everyMonths: 12 },
  }
}

function round(closedOn: string, level: number) {
  const enough = { respondents: 9, organisations: 4, sectors: 3 }
  return { closedOn, kind: 'survey' as const, ...enough, level, lowest: level, core: level }
}
