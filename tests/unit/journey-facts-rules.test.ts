import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  gatherStepFacts,
  MAX_NOT_APPLICABLE,
  type MilestoneFact,
  progressCounts,
  quotaBeyondEssentials,
  readStanding,
  type TickFact,
} from '../../lib/journey/facts/rules'
import { factsHold } from '../../lib/journey/rules'
import { done, doneBy, ITEM_STATES, reached, step } from './journey-cases'

const asOf = '2026-06-30'

describe('gatherStepFacts', () => {
  it('knows nothing of a step without entries', () => {
    expect(gatherStepFacts(step, [], [], [], asOf)).toEqual({
      asOf,
      anyEntry: false,
      essentials: { done: 0, total: 3 },
      items: { done: 0, applicable: 8 },
      gates: { reached: 0, total: 1 },
      reachedSince: null,
      rounds: [],
      upkeep: { lastDoneOn: null, everyMonths: 6 },
    })
  })

  it('reaches a step on the day of the last fact it needed', () => {
    const facts = gatherStepFacts(step, doneBy('2026-02-01', 6), [reached('2026-03-05')], [], asOf)
    expect(factsHold(facts)).toBe(true)
    expect(facts.reachedSince).toBe('2026-03-05')
  })

  it('is not moved by facts beyond those needed', () => {
    const ticks = [...doneBy('2026-02-01', 6), done('other-4', '2026-05-01')]
    const facts = gatherStepFacts(step, ticks, [reached('2026-03-05')], [], asOf)
    expect(facts.reachedSince).toBe('2026-03-05')
  })

  it('does not count what is dated after the day asked for', () => {
    const ticks = [...doneBy('2026-02-01', 5), done('other-3', '2026-07-01')]
    const facts = gatherStepFacts(step, ticks, [reached('2026-03-05')], [], asOf)
    expect(facts.items.done).toBe(5)
    expect(facts.reachedSince).toBeNull()
  })

  it('never counts a fact without a day, but takes it as an entry', () => {
    const facts = gatherStepFacts(step, [done('essential-1', null)], [], [], asOf)
    expect(facts).toMatchObject({ anyEntry: true, essentials: { done: 0 } })
  })

  it('counts a waived essential as done and leaves it out of the three quarters', () => {
    const ticks = [tick('essential-1', 'waived', '2026-01-01')]
    const facts = gatherStepFacts(step, ticks, [], [], asOf)
    expect(facts.essentials).toEqual({ done: 1, total: 3 })
    expect(facts.items).toEqual({ done: 0, applicable: 7 })
  })

  it('lets two items be not applicable, and no essential one', () => {
    const others = ['other-1', 'other-2', 'other-3', 'other-4', 'other-5']
    const ticks = [...others, 'essential-1'].map((id) => tick(id, 'not_applicable', '2026-01-01'))
    const facts = gatherStepFacts(step, ticks, [], [], asOf)
    expect(facts.essentials.done).toBe(0)
    expect(facts.items.applicable).toBe(8 - MAX_NOT_APPLICABLE)
  })

  it('counts an item not applicable as open before that day', () => {
    const ticks = [...doneBy('2026-02-01', 5), tick('other-3', 'not_applicable', '2026-04-01')]
    const withTwo = [...ticks, tick('other-4', 'not_applicable', '2026-05-02')]
    const gates = [reached('2026-02-01')]
    expect(gatherStepFacts(step, withTwo, gates, [], asOf).reachedSince).toBe('2026-05-02')
    expect(gatherStepFacts(step, withTwo, gates, [], '2026-05-01').reachedSince).toBeNull()
  })

  it('takes the latest upkeep up to the day', () => {
    const ticks = ['2026-01-01', '2026-04-01', '2026-09-01'].map((day) => done('upkeep', day))
    expect(gatherStepFacts(step, ticks, [], [], asOf).upkeep.lastDoneOn).toBe('2026-04-01')
  })

  it.each([
    ['an open item', [tick('other-1', 'open', '2026-01-01')], [], false],
    ['a started item', [tick('other-1', 'started', '2026-01-01')], [], true],
    ['an item started later', [tick('other-1', 'started', '2026-07-01')], [], false],
    ['a milestone without a plan', [], [milestone({})], false],
    ['a planned milestone', [], [milestone({ plannedOn: '2026-12-01' })], true],
    ['a reached milestone', [], [reached('2026-01-01')], true],
    ["another step's item", [tick('elsewhere', 'done', '2026-01-01')], [], false],
  ])('%s as an entry', (_case, ticks, milestones, anyEntry) => {
    expect(gatherStepFacts(step, ticks, milestones, [], asOf).anyEntry).toBe(anyEntry)
  })
})

const day = fc.integer({ min: 1, max: 28 }).map((it) => `2026-06-${String(it).padStart(2, '0')}`)
// Mostly done, so that many of the records reach the step.
const mostlyDone = fc.oneof(
  { weight: 6, arbitrary: fc.constant('done' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...ITEM_STATES) },
)
const ticksOf = fc
  .tuple(...step.items.map(({ id }) => fc.tuple(fc.constant(id), mostlyDone, day)))
  .map((all) => all.map(([id, state, on]) => tick(id, state, on)))
const gatesOf = fc.option(day).map((on) => (on ? [reached(on)] : []))

describe('facts of any record', () => {
  it('reached since a day not after the day asked for, exactly when the facts hold', () => {
    fc.assert(
      fc.property(ticksOf, gatesOf, day, (ticks, milestones, on) => {
        const facts = gatherStepFacts(step, ticks, milestones, [], on)
        expect(facts.reachedSince !== null).toBe(factsHold(facts))
        if (facts.reachedSince) expect(facts.reachedSince <= on).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('held on the first day reached, and on no day before', () => {
    fc.assert(
      fc.property(ticksOf, day, day, day, (ticks, gate, on, other) => {
        const milestones = [reached(gate)]
        const since = gatherStepFacts(step, ticks, milestones, [], on).reachedSince
        fc.pre(since !== null && other <= on)
        const held = factsHold(gatherStepFacts(step, ticks, milestones, [], other))
        expect(held).toBe(other >= since)
      }),
      { numRuns: 500 },
    )
  })

  it('doing one more item never un-reaches a step', () => {
    fc.assert(
      fc.property(ticksOf, gatesOf, fc.nat(7), (ticks, milestones, at) => {
        const before = gatherStepFacts(step, ticks, milestones, [], asOf)
        const item = step.items[at]?.id ?? ''
        const more = [...ticks.filter((it) => it.item !== item), done(item, asOf)]
        const after = gatherStepFacts(step, more, milestones, [], asOf)
        if (factsHold(before)) expect(factsHold(after)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('missing essentials, gates and quota are none exactly when the facts hold', () => {
    fc.assert(
      fc.property(ticksOf, gatesOf, (ticks, milestones) => {
        const standing = readStanding(step, ticks, milestones, asOf)
        const isComplete =
          standing.openEssentials.length + standing.openGates.length === 0 &&
          quotaBeyondEssentials(standing) === 0
        expect(factsHold(gatherStepFacts(step, ticks, milestones, [], asOf))).toBe(isComplete)
      }),
      { numRuns: 500 },
    )
  })

  it('done never exceeds the total, kind by kind', () => {
    fc.assert(
      fc.property(ticksOf, gatesOf, day, (ticks, milestones, on) => {
        const counts = progressCounts(step, readStanding(step, ticks, milestones, on))
        for (const kind of ['essential', 'other', 'gate', 'otherMilestones'] as const) {
          expect(counts.done[kind]).toBeLessThanOrEqual(counts.total[kind])
        }
      }),
    )
  })
})

describe('progressCounts', () => {
  it('leaves waived and not applicable items out of both sides', () => {
    const ticks = [
      done('essential-1', '2026-01-01'),
      tick('essential-2', 'waived', '2026-01-01'),
      tick('other-1', 'not_applicable', '2026-01-01'),
      tick('other-2', 'started', '2026-01-01'),
    ]
    const standing = readStanding(step, ticks, [reached('2026-01-01')], asOf)
    expect(progressCounts(step, standing)).toEqual({
      done: { essential: 1, other: 0, gate: 1, otherMilestones: 0 },
      total: { essential: 2, other: 4, gate: 1, otherMilestones: 1 },
    })
  })
})

function tick(item: string, state: TickFact['state'], doneOn: string | null): TickFact {
  return { item, state, doneOn }
}

function milestone(fact: Partial<MilestoneFact>): MilestoneFact {
  return { milestone: 'gate', state: 'planned', reachedOn: null, plannedOn: null, ...fact }
}
