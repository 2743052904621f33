import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveJourney, deriveStep } from '../../lib/journey/derived/rules'
import type { TickFact } from '../../lib/journey/facts/rules'
import type { NeedRound, NeedStep } from '../../lib/needs/lines/rules'
import { nextNeed, regionNeeds, stepNeeds } from '../../lib/needs/rules'
import { doneBy, ITEM_STATES, reached, step, steps } from './journey-cases'

const asOf = '2026-06-30'

describe('stepNeeds of a step not reached', () => {
  it('says essentials, then the gate, then the quota', () => {
    const all = [
      ...wanted(doneBy('2026-05-01', 2)),
      planned('essential-3', '2026-07-14', 'Anna K.'),
    ]
    expect(needsOf(all).lines).toEqual([
      {
        key: 'needs.item.essential',
        step: 'second',
        subject: 'essential-3',
        values: { owner: 'Anna K.', hasDue: 'yes', due: '2026-07-14', overdue: false },
      },
      {
        key: 'needs.milestone.gate',
        step: 'second',
        subject: 'gate',
        values: { plannedOn: null, overdue: false },
      },
      {
        key: 'needs.items.quota',
        step: 'second',
        subject: null,
        values: { k: 3, items: ['other-1', 'other-2', 'other-3', 'other-4', 'other-5'] },
      },
    ])
  })

  it('counts the items missing in the summary, and gates apart', () => {
    const { summary } = needsOf(wanted(doneBy('2026-05-01', 2)))
    expect(summary.values).toEqual({
      n: 2,
      doneEssential: 2,
      allEssential: 3,
      missing: 4,
      openGates: 1,
    })
  })

  it('puts overdue items first, then those that suggest a milestone', () => {
    const items = step.items.map((item) => ({
      ...item,
      triggersMilestone: ['essential-2', 'other-4'].includes(item.id),
    }))
    const ticks = [planned('essential-3', '2026-06-29'), planned('other-5', '2026-06-29')]
    const { lines } = needsOf(ticks, [], [], { ...step, items })
    expect(lines.map((line) => line.subject)).toEqual(['essential-3', 'essential-2', 'essential-1'])
    const later = needsOf([...ticks, ...wanted(doneBy('2026-05-01', 3))], [], [], {
      ...step,
      items,
    })
    expect(later.lines.at(-1)?.values).toEqual({
      k: 3,
      items: ['other-5', 'other-4', 'other-1', 'other-2', 'other-3'],
    })
  })

  it('an item due today is not overdue yet', () => {
    const [line] = needsOf([planned('essential-1', asOf)]).lines
    expect(line?.values).toMatchObject({ due: asOf, overdue: false })
  })
})

describe('stepNeeds of a reached step', () => {
  const ticks = wanted(doneBy('2026-05-01', 6))

  it('without a round asks partners, then for upkeep', () => {
    expect(reachedLines([])).toEqual([
      { key: 'needs.assessment.none', step: 'second', subject: null, values: {} },
      {
        key: 'needs.upkeep',
        step: 'second',
        subject: 'upkeep',
        values: { date: '2026-11-01', overdue: false },
      },
    ])
  })

  it('with too few answers says how many more', () => {
    const few = round('2026-06-01', { respondents: 3 })
    expect(reachedLines([few])[0]).toMatchObject({
      key: 'needs.assessment.fewer',
      values: { n: 3, m: 2 },
    })
  })

  it('with a low level names the lowest statement and its next anchor', () => {
    const low = round('2026-06-01', { level: 2.94, lowest: 1.6, lowestStatement: 's-3' })
    expect(reachedLines([{ ...low, nextAnchor: 's-3.3' }])[0]).toMatchObject({
      key: 'needs.assessment.low',
      values: { level: 2.9, lowest: 1.6, band: 3, statement: 's-3', nextAnchor: 's-3.3' },
    })
  })

  it('once confirmed says what sustains it', () => {
    expect(reachedLines([round('2026-06-01')])).toEqual([
      {
        key: 'needs.step.reached',
        step: 'second',
        subject: 'upkeep',
        values: { date: '2026-05-01', upkeepDate: '2026-11-01', roundDate: '2026-10-29' },
      },
    ])
  })

  it.each([
    ['2027-05-02', null],
    ['2027-05-03', '2027-06-01'],
    ['2027-06-01', '2027-06-01'],
    ['2027-06-02', '2027-08-30'],
  ])('on %s the round is to be repeated by %s', (on, deadline) => {
    const lines = reachedLines([round('2026-06-01')], on)
    const old = lines.find((line) => line.key === 'needs.assessment.old')
    expect(old?.values ?? null).toEqual(deadline && { date: '2026-06-01', deadline })
  })

  it('once sustained names the next check', () => {
    const upkept = [...ticks, ...wanted([{ item: 'upkeep', state: 'done', doneOn: '2026-10-20' }])]
    const rounds = [round('2026-06-01'), round('2026-11-02')]
    const needs = needsOf(upkept, [reached('2026-05-01')], rounds, step, '2026-12-01')
    expect(needs.lines).toEqual([
      {
        key: 'needs.step.sustained',
        step: 'second',
        subject: null,
        values: { date: '2026-11-28', date2: '2027-04-20' },
      },
    ])
  })

  function reachedLines(rounds: NeedRound[], on = asOf) {
    return needsOf(ticks, [reached('2026-05-01')], rounds, step, on).lines
  }
})

describe('regionNeeds', () => {
  it('begins with the first incomplete part, then steps in progress, then those to refresh', () => {
    const complete = [1, 2, 3].map((n) => at(n))
    const ticks = [
      ...complete.flatMap((it, index) => doneBy(index === 1 ? '2025-01-01' : asOf, 8, it)),
      ...doneBy('2026-06-01', 1, at(8)),
      ...doneBy('2026-06-01', 2, at(6)),
    ]
    const gates = complete.map((it) => reached('2025-01-01', `${it.slug}.gate`))
    const needs = needsOfRegion(wanted(ticks), gates)
    expect(needs.steps.map((it) => it.number)).toEqual([3, 4, 6, 8, 2])
    expect(needs.part?.values).toEqual({ part: 2, steps: ['step-4'] })
    expect(needs.nothing).toBeNull()
    expect(nextNeed(needs)?.step, 'the first step whose facts do not hold').toBe('step-4')
  })

  it('for a new region begins with the first essential', () => {
    const needs = needsOfRegion([], [])
    expect(needs.steps.map((it) => it.number)).toEqual([1, 2])
    expect(nextNeed(needs)?.subject).toBe('step-1.essential-1')
  })

  it('says so when nothing is open', () => {
    const needs = needsOfRegion(
      wanted(steps.flatMap((it) => doneBy(asOf, 8, it))),
      steps.map((it) => reached(asOf, `${it.slug}.gate`)),
    )
    expect(needs).toMatchObject({ part: null, steps: [], nothing: { key: 'needs.nothing' } })
    expect(nextNeed(needs)).toBeNull()
  })

  it('never has more than three lines a step, and none twice', () => {
    const states = fc.constantFrom(...ITEM_STATES, 'done' as const, 'done' as const)
    const record = fc.tuple(
      ...steps.flatMap((it) => it.items.map(({ id }) => fc.tuple(fc.constant(id), states))),
    )
    const gates = fc.subarray(steps.map((it) => it.slug))
    fc.assert(
      fc.property(record, gates, (items, slugs) => {
        const ticks = items.map(([item, state]) => ({ item, state, doneOn: '2025-12-01' }))
        const milestones = slugs.map((slug) => reached('2025-12-01', `${slug}.gate`))
        const needs = needsOfRegion(wanted(ticks), milestones)
        expect(new Set(needs.steps.map((it) => it.step)).size).toBe(needs.steps.length)
        for (const { lines } of needs.steps) {
          expect(lines.length).toBeGreaterThan(0)
          expect(lines.length).toBeLessThanOrEqual(3)
        }
        expect(JSON.parse(JSON.stringify(needs))).toEqual(needs)
      }),
    )
  })
})

function needsOf(
  ticks: ReturnType<typeof wanted>,
  milestones: ReturnType<typeof reached>[] = [],
  rounds: NeedRound[] = [],
  of: NeedStep = step,
  on = asOf,
) {
  const derived = deriveStep(of, ticks, milestones, rounds, on, null)
  return stepNeeds(of, derived, ticks, milestones, rounds, on)
}

function needsOfRegion(ticks: ReturnType<typeof wanted>, milestones: ReturnType<typeof reached>[]) {
  const record = { ticks, milestones }
  return regionNeeds(steps, deriveJourney(steps, record, asOf).steps, record, asOf)
}

function wanted(ticks: TickFact[]) {
  return ticks.map((tick) => ({
    ...tick,
    owner: null as string | null,
    dueOn: null as string | null,
  }))
}

function planned(item: string, dueOn: string, owner: string | null = null) {
  return { item, state: 'open' as const, doneOn: null, owner, dueOn }
}

function round(closedOn: string, more: Partial<NeedRound> = {}): NeedRound {
  const enough = { respondents: 9, organisations: 4, sectors: 3 }
  return { closedOn, kind: 'survey', ...enough, level: 3.6, lowest: 3, core: 3.6, ...more }
}

function at(number: number) {
  const found = steps[number - 1]
  if (!found) throw new Error(`No step ${number}`)
  return found
}
