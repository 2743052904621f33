import { describe, expect, it } from 'vitest'
import type { GuideItem, GuideStep } from '../../lib/guidebook/rules'
import { diffSteps, previewMove } from '../../lib/journey/move/rules'

const item = (id: string, essential = false): GuideItem => ({
  ...{ id, label: id, doneWhen: 'x', essential, weight: essential ? 2 : 1 },
  ...{ defaultOwner: 'coordinator', triggersMilestone: false },
})

const SLUGS = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8']

/** Eight steps; the first one's lists as wanted. */
const guide = (first: Partial<GuideStep> = {}): GuideStep[] =>
  SLUGS.map((slug, index) => ({
    ...{ slug, number: index + 1, part: Math.ceil((index + 1) / 2), title: slug },
    ...{
      principle: '',
      intro: '',
      tips: [],
      tasks: [],
      tools: [],
      ownItems: [],
      ownMilestones: [],
    },
    items: [item(`${slug}.checklist.a`, true), item(`${slug}.checklist.b`)],
    upkeep: { ...item(`${slug}.upkeep.u`), everyMonths: 12 },
    milestones: [
      { id: `${slug}.milestones.m`, title: 'm', reachedWhen: 'x', gate: true, weight: 2 },
    ],
    ...(index === 0 && first),
  }))

const done = (id: string) => ({ item: id, state: 'done' as const, doneOn: '2026-01-10' })
const reached = (id: string) => ({
  ...{ milestone: id, state: 'reached' as const, reachedOn: '2026-01-10', plannedOn: null },
})
const record = {
  ticks: [done('s1.checklist.a'), done('s1.checklist.b')],
  milestones: [reached('s1.milestones.m')],
}
const today = '2026-02-01'

describe('previewMove', () => {
  it('leaves all as it is between equal editions', () => {
    const { steps, kept, lost } = previewMove(guide(), guide(), record, today)
    expect(steps.every(({ before, after }) => before.state === after.state)).toBe(true)
    expect(steps.flatMap(({ reasons }) => reasons)).toEqual([])
    expect({ kept, lost }).toEqual({ kept: 3, lost: [] })
  })

  it('shows a reached step that two new essentials open again', () => {
    const [first] = guide()
    const items = [
      ...(first?.items ?? []),
      item('s1.checklist.c', true),
      item('s1.checklist.d', true),
    ]
    const [step] = previewMove(guide(), guide({ items }), record, today).steps
    expect([step?.before.state, step?.after.state]).toEqual(['reached', 'in_progress'])
    expect(step?.after.progress).toBeLessThan(step?.before.progress ?? 0)
    expect(step?.reasons).toEqual([{ reason: 'essentials', count: 2 }])
  })

  it('counts what the region recorded and would no longer find in its lists', () => {
    const items = [item('s1.checklist.a', true)]
    const { steps, kept, lost } = previewMove(guide(), guide({ items }), record, today)
    expect(steps[0]?.after.state).toBe('reached')
    expect(steps[0]?.reasons).toEqual([{ reason: 'droppedItems', count: 1 }])
    expect({ kept, lost }).toEqual({ kept: 2, lost: ['s1.checklist.b'] })
  })

  it('does not call lost what was lost before, nor what nobody touched', () => {
    const ticks = [
      ...record.ticks,
      done('s1.checklist.gone'),
      { item: 's2.checklist.b', state: 'open' as const, doneOn: null },
    ]
    const { lost } = previewMove(guide(), guide(), { ...record, ticks }, today)
    expect(lost).toEqual([])
  })

  it('keeps what the region has added itself', () => {
    const ticks = [...record.ticks, done('s1.checklist.own-1')]
    expect(previewMove(guide(), guide(), { ...record, ticks }, today).kept).toBe(4)
  })

  it('says when an item becomes essential and a gate ceases to be one', () => {
    const items = [item('s1.checklist.a', true), item('s1.checklist.b', true)]
    const [gate] = guide()[0]?.milestones ?? []
    const milestones = gate ? [{ ...gate, gate: false }] : []
    const [step] = previewMove(guide(), guide({ items, milestones }), record, today).steps
    expect(step?.reasons).toEqual([
      { reason: 'nowEssential', count: 1 },
      { reason: 'noLonger', count: 1 },
    ])
  })
})

describe('diffSteps', () => {
  it('tells words before and after by id', () => {
    const [from] = guide()
    const items = [{ ...item('s1.checklist.a', true), label: 'Anew' }, item('s1.checklist.b')]
    const [to] = guide({ items })
    if (!from || !to) throw new Error('There are eight steps')
    const { added, dropped, changed } = diffSteps(from, to)
    expect([added, dropped]).toEqual([[], []])
    expect(changed.map(({ before, after }) => [before.words, after.words])).toEqual([
      ['s1.checklist.a', 'Anew'],
    ])
  })
})
