import { describe, expect, it } from 'vitest'
import { deriveJourney, deriveStep, progressSeries } from '../../lib/journey/derived/rules'
import { done, doneBy, reached, step, steps } from './journey-cases'

const asOf = '2026-06-30'

describe('deriveStep', () => {
  it('counts the entries still missing', () => {
    const ticks = [done('essential-1', '2026-05-01'), done('other-1', '2026-05-01')]
    const derived = deriveStep(step, ticks, [], [], asOf, '2026-05-01')
    expect(derived).toMatchObject({ state: 'in_progress', flags: [], missing: 2 + 2 + 1 })
  })

  it('is reached with nothing missing', () => {
    const derived = deriveStep(
      step,
      doneBy('2026-05-01', 6),
      [reached('2026-06-02')],
      [],
      asOf,
      null,
    )
    expect(derived).toEqual({
      slug: 'second',
      number: 2,
      state: 'reached',
      flags: ['ready_for_check'],
      reachedSince: '2026-06-02',
      confirmedSince: null,
      progress: 75,
      upkeepDueOn: '2026-12-02',
      missing: 0,
    })
  })

  it.each([
    ['2026-04-01', ['quiet']],
    ['2026-04-02', []],
    [null, []],
  ])('with the last entry on %s has the flags %j', (lastEntryOn, flags) => {
    const ticks = [done('other-1', '2026-01-01')]
    expect(deriveStep(step, ticks, [], [], '2026-06-30', lastEntryOn).flags).toEqual(flags)
  })

  it('flags a waived essential, sorted among the others', () => {
    const ticks = [
      ...doneBy('2026-05-01', 6).slice(1),
      { item: 'essential-1', state: 'waived' as const, doneOn: '2026-05-01' },
      done('other-4', '2026-05-01'),
    ]
    const derived = deriveStep(step, ticks, [reached('2026-05-01')], [], asOf, null)
    expect(derived).toMatchObject({ state: 'reached', flags: ['ready_for_check', 'waived'] })
  })
})

describe('deriveJourney', () => {
  const record = {
    ticks: steps.slice(0, 3).flatMap((it) => doneBy('2026-05-01', 8, it)),
    milestones: steps
      .slice(0, 3)
      .flatMap((it) => it.milestones.map(({ id }) => reached('2026-05-02', id))),
  }

  it('gives steps in order, stage and percentages', () => {
    const journey = deriveJourney(steps.toReversed(), record, asOf)
    expect(journey.steps.map((it) => it.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(journey).toMatchObject({ stage: 1, reachedStep: 3, ahead: [] })
    expect(journey).toMatchObject({ parts: [100, 50, 0, 0], progress: 37 })
  })

  it('can be asked for any day gone by', () => {
    expect(deriveJourney(steps, record, '2026-05-01')).toMatchObject({ stage: 0, progress: 22 })
    expect(deriveJourney(steps, record, '2026-04-30')).toMatchObject({ stage: 0, progress: 0 })
  })

  it('takes rounds and last entries of each step by its slug', () => {
    const round = { closedOn: '2026-06-01', kind: 'consensus' as const, respondents: 0 }
    const valid = { ...round, organisations: 3, sectors: 2, level: 4, lowest: 3, core: 4 }
    const ticks = [...record.ticks, done('step-4.other-1', '2026-01-01')]
    const journey = deriveJourney(
      steps,
      {
        ...record,
        ticks,
        rounds: { 'step-2': [valid] },
        lastEntryOn: { 'step-4': '2026-01-01' },
      },
      asOf,
    )
    expect(journey.steps[1]).toMatchObject({ state: 'confirmed', confirmedSince: '2026-06-01' })
    expect(journey.steps[3]).toMatchObject({ state: 'in_progress', flags: ['quiet'] })
  })
})

describe('progressSeries', () => {
  it('has a row for each day and ends where the journey stands', () => {
    const ticks = steps.flatMap((it, index) => doneBy(`2026-0${index + 1}-01`, 6, it))
    const days = ['2025-12-31', '2026-01-01', '2026-08-01']
    const series = progressSeries(steps, ticks, [], days)
    expect(series.map((row) => row.day)).toEqual(days)
    expect(series.map((row) => row.region)).toEqual([0, 6, 49])
    expect(series[2]?.byStep).toEqual(
      deriveJourney(steps, { ticks, milestones: [] }, '2026-08-01').steps.map((it) => it.progress),
    )
  })
})
