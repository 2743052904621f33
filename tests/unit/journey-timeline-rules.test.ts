import { describe, expect, it } from 'vitest'
import type { GuideStep } from '../../lib/guidebook/rules'
import { deriveJourney } from '../../lib/journey/derived/rules'
import { monthMarks, spanOf, suggest, timelineOf } from '../../lib/journey/timeline/rules'
import { listEvents } from '../../lib/calendar/events/rules'

const item = (id: string) => ({
  ...{ id, label: `Label of ${id}`, doneWhen: '', essential: false, weight: 1 },
  ...{ defaultOwner: 'coordinator', triggersMilestone: false },
})

const step: GuideStep = {
  ...{ slug: 'purpose', number: 1, part: 1, title: 'Purpose', principle: '', intro: '', tips: [] },
  items: ['a', 'b', 'c', 'd'].map(item),
  upkeep: { ...item('upkeep'), everyMonths: 12 },
  milestones: [{ id: 'gate', title: 'Gate', reachedWhen: '', gate: true, weight: 2 }],
  ...{ ownItems: [], ownMilestones: [], tools: [] },
  tasks: [
    { id: 't1', title: '', assignee: '', week: 4, supports: ['b', 'a'] },
    { id: 't2', title: '', assignee: '', week: 2, supports: ['b', 'c'] },
  ],
}

const tick = (id: string, state: string, dueOn: string | null = null) => ({
  item: id,
  state,
  dueOn,
})
const today = '2026-03-20'

function timeline(
  plan: { startsOn: string | null; targetOn: string | null },
  begun = '2026-02-02',
) {
  const { steps: derived } = deriveJourney([step], { ticks: [], milestones: [] }, today)
  const plans = [{ step: 'purpose', version: 1, ...plan }]
  const recorded = { ticks: [], milestones: [], plans, begun: { purpose: begun } }
  return timelineOf([step], derived, recorded, today)
}

describe('suggest', () => {
  it('counts weeks from the start, the earliest task of an item counting', () => {
    expect(suggest(step, [], '2026-03-02').map(({ id, week, day }) => [id, week, day])).toEqual([
      ['b', 2, '2026-03-16'],
      ['c', 2, '2026-03-16'],
      ['a', 4, '2026-03-30'],
    ])
  })

  it('leaves alone what is done, left out or has a day of its own', () => {
    const ticks = [tick('a', 'done'), tick('b', 'open', '2026-05-01'), tick('c', 'not_applicable')]
    expect(suggest(step, ticks, '2026-03-02')).toEqual([])
    expect(suggest(step, [tick('a', 'started')], '2026-03-02')).toHaveLength(3)
  })

  it('has nothing to say of a step without a start', () => {
    expect(suggest(step, [], null)).toEqual([])
  })
})

describe('timelineOf', () => {
  it('counts from the planned start, and from the first entry where none is planned', () => {
    const day = (plan: Parameters<typeof timeline>[0]) => timeline(plan)[0]?.suggestions[0]?.day
    expect(day({ startsOn: '2026-04-01', targetOn: null })).toBe('2026-04-15')
    expect(day({ startsOn: null, targetOn: null })).toBe('2026-02-16')
  })

  it('is late the day after a target that is not reached', () => {
    const isLate = (targetOn: string) => timeline({ startsOn: null, targetOn })[0]?.isLate
    expect(isLate('2026-03-19')).toBe(true)
    expect(isLate(today)).toBe(false)
  })
})

describe('spanOf', () => {
  it('holds every day and half a year at least, by whole months', () => {
    const steps = timeline({ startsOn: '2025-11-20', targetOn: '2026-12-31' })
    expect(spanOf(steps, today)).toEqual({ from: '2025-11-01', to: '2027-01-01' })
    expect(spanOf([], today)).toEqual({ from: '2026-03-01', to: '2026-09-01' })
  })

  it('is marked by no more months than fit', () => {
    const marks = (to: string) => monthMarks({ from: '2026-01-01', to }, 12)
    expect(marks('2026-07-01')).toHaveLength(6)
    expect(marks('2031-01-01')).toEqual([
      ...['2026-01-01', '2026-07-01', '2027-01-01', '2027-07-01', '2028-01-01'],
      ...['2028-07-01', '2029-01-01', '2029-07-01', '2030-01-01', '2030-07-01'],
    ])
  })
})

describe('listEvents', () => {
  it('tells due days, planned milestones and targets apart, by day', () => {
    const upcoming = [
      { id: 'purpose.milestones.x', kind: '', day: '2026-05-01' },
      { id: 'purpose.checklist.y', kind: '', day: '2026-06-01' },
    ].map(({ id, day }) => ({
      ...{ id, day, title: id, step: 'purpose', number: 1, part: 1, gate: false },
    }))
    const events = listEvents(upcoming, timeline({ startsOn: null, targetOn: '2026-04-01' }))
    expect(events.map(({ kind, day, path }) => [kind, day, path])).toEqual([
      ['target', '2026-04-01', '/steps/purpose'],
      ['milestone', '2026-05-01', '/steps/purpose#purpose.milestones.x'],
      ['due', '2026-06-01', '/steps/purpose#purpose.checklist.y'],
    ])
  })
})
