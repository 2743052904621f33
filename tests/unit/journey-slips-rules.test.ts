import { describe, expect, it } from 'vitest'
import { addDays } from '../../lib/dates/rules'
import type { Round } from '../../lib/journey/confirmation/rules'
import { deriveStep } from '../../lib/journey/derived/rules'
import { gatherStepFacts, type TickFact } from '../../lib/journey/facts/rules'
import { stepState } from '../../lib/journey/rules'
import { listRaised, whyChanged, whyFromEach } from '../../lib/journey/slips/rules'
import { done, doneBy, reached, step } from './journey-cases'

const REACHED = '2025-01-10'
const milestones = [reached(REACHED)]
const ticks = doneBy(REACHED, 6)
const upkeep = (on: string): TickFact => done('upkeep', on)

const round = (closedOn: string, level = 4): Round => ({
  ...{ closedOn, kind: 'survey', respondents: 8, organisations: 5, sectors: 3 },
  ...{ level, lowest: 3, core: level },
})

/** How the step stands on a day, and what the rules say of its having been something else. */
function stand(day: string, rounds: Round[] = [], own: TickFact[] = ticks) {
  const facts = gatherStepFacts(step, own, milestones, rounds, day)
  const { state } = stepState(facts)
  return { state, why: whyFromEach(facts, state) }
}

describe('whyChanged', () => {
  it('says that a confirmation has lapsed, on the day on which it does', () => {
    const rounds = [round('2025-02-01')]
    const last = addDays('2025-02-01', 455)
    expect(stand(last, rounds).state).toBe('confirmed')
    const after = stand(addDays(last, 1), rounds)
    expect(after.state).toBe('reached')
    expect(after.why.confirmed).toBe('confirmation-lapsed')
  })

  it('says that partners see it lower', () => {
    const rounds = [round('2025-02-01'), round('2025-08-01', 2.1)]
    const now = stand('2025-08-01', rounds)
    expect(now).toMatchObject({ state: 'reached', why: { confirmed: 'round-low' } })
  })

  it('says that upkeep is overdue where a step is no longer sustained for that', () => {
    const rounds = [round('2025-02-01'), round('2025-07-15')]
    const kept = [...ticks, upkeep('2025-07-01')]
    // Six months later it is due, and sixty days are forgiven.
    const last = addDays('2026-01-01', 60)
    expect(stand(last, rounds, kept).state).toBe('sustained')
    const after = stand(addDays(last, 1), rounds, kept)
    expect(after.state).toBe('confirmed')
    expect(after.why.sustained).toBe('upkeep-overdue')
  })

  it('says that a sustained step is seen lower', () => {
    const rounds = [round('2025-02-01'), round('2025-07-15'), round('2025-12-01', 3.1)]
    const now = stand('2025-12-02', rounds, [...ticks, upkeep('2025-07-01')])
    expect(now).toMatchObject({ state: 'confirmed', why: { sustained: 'round-low' } })
  })

  it('says that something was taken back, also where the step was reached anew meanwhile', () => {
    const open = ticks.slice(1)
    expect(stand('2025-03-01', [], open)).toMatchObject({
      state: 'in_progress',
      why: { reached: 'taken-back', sustained: 'taken-back' },
    })
    expect(stand('2025-03-01').why.confirmed).toBe('taken-back')
  })

  it('tells what has been kept up for long enough', () => {
    const rounds = [round('2025-02-01'), round('2025-07-15')]
    const kept = [...ticks, upkeep('2025-07-20')]
    expect(stand(addDays('2025-02-01', 179), rounds, kept).state).toBe('confirmed')
    const after = stand(addDays('2025-02-01', 180), rounds, kept)
    expect(after).toMatchObject({ state: 'sustained', why: { confirmed: 'kept-up' } })
  })

  it('has nothing to add where nothing changed, or where the entry before says it', () => {
    const facts = gatherStepFacts(step, ticks, milestones, [], '2025-03-01')
    expect(whyChanged(facts, 'reached', 'reached')).toBeNull()
    expect(whyChanged(facts, 'in_progress', 'reached')).toBeNull()
    expect(whyChanged(facts, 'not_started', 'in_progress')).toBeNull()
  })
})

describe('listRaised', () => {
  const at = (day: string, rounds: Round[] = [], entered: string | null = null) => [
    deriveStep(step, ticks, milestones, rounds, day, entered),
  ]
  const between = (from: string, to: string, rounds: Round[] = []) =>
    listRaised(at(from, rounds), at(to, rounds), to)

  it('names upkeep that falls overdue, once', () => {
    expect(between('2025-07-10', '2025-07-11')).toEqual([
      { step: 'second', state: 'reached', flag: 'needs_refresh', why: 'upkeep-overdue' },
    ])
    expect(between('2025-07-11', '2025-07-12')).toEqual([])
    expect(between('2025-03-01', '2025-07-10')).toEqual([])
  })

  it('names a round that has grown old', () => {
    const rounds = [round('2025-01-15')]
    const kept = [...ticks, upkeep('2026-01-01')]
    const on = (day: string) => [deriveStep(step, kept, milestones, rounds, day, null)]
    const [before, after] = [addDays('2025-01-15', 365), addDays('2025-01-15', 366)]
    expect(listRaised(on(before), on(after), after)).toMatchObject([{ why: 'round-old' }])
  })

  it('names a step that has gone quiet', () => {
    const begun = doneBy('2025-01-10', 1)
    const on = (day: string) => [deriveStep(step, begun, [], [], day, '2025-01-10')]
    const [before, after] = [addDays('2025-01-10', 89), addDays('2025-01-10', 90)]
    expect(listRaised(on(before), on(after), after)).toMatchObject([
      { flag: 'quiet', why: 'quiet', state: 'in_progress' },
    ])
  })
})
