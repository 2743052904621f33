import { describe, expect, it } from 'vitest'
import type { GuideStep } from '@/lib/guidebook/rules'
import type { DerivedStep } from '@/lib/journey/derived/rules'
import { byUrgency, waitingFor, type MyRecord } from '@/lib/my/rules'

const item = (id: string, defaultOwner: string, essential = false) => ({
  id,
  label: id,
  doneWhen: '',
  essential,
  weight: 1,
  defaultOwner,
  triggersMilestone: false,
})

const step: GuideStep = {
  slug: 'purpose',
  number: 1,
  part: 1,
  title: 'Purpose',
  principle: '',
  intro: '',
  tips: [],
  ownItems: [],
  ownMilestones: [],
  tasks: [],
  tools: [],
  items: [
    item('mine', 'coordinator'),
    item('anyone', 'any-partner', true),
    item('town', 'partner:public'),
  ],
  upkeep: { ...item('upkeep', 'coordinator'), everyMonths: 12 },
  milestones: [{ id: 'agreed', title: 'agreed', reachedWhen: '', gate: true, weight: 2 }],
}

const atWork: DerivedStep[] = [
  {
    slug: 'purpose',
    number: 1,
    state: 'in_progress',
    flags: [],
    reachedSince: null,
    confirmedSince: null,
    progress: 10,
    upkeepDueOn: null,
    missing: 3,
  },
]

const nobody: MyRecord = { role: 'observer', partner: null, ticks: [], milestones: [] }
const today = '2026-03-14'
const waiting = (record: Partial<MyRecord>, derived: DerivedStep[] = atWork) =>
  waitingFor([step], derived, { ...nobody, ...record }, today).map(({ id }) => id)

const tick = (of: string, more: Partial<MyRecord['ticks'][number]> = {}) => ({
  ...{ item: of, state: 'open', version: 1, dueOn: null },
  ...{ ownerKind: null, ownerSector: null, ownerPartner: null },
  ...more,
})

describe('what waits for a member', () => {
  it('is the coordinator’s own for the coordinator, gates before the rest', () => {
    expect(waiting({ role: 'coordinator' })).toEqual(['agreed', 'mine'])
  })

  it('is what any partner or the partner’s sector owns for a partner', () => {
    const partner = { id: 'p', sector: 'public' }
    expect(waiting({ role: 'partner', partner })).toEqual(['anyone', 'town'])
    expect(waiting({ role: 'partner', partner: { id: 'p', sector: 'business' } })).toEqual([
      'anyone',
    ])
  })

  it('is nothing for an observer', () => {
    expect(waiting({})).toEqual([])
  })

  it('begins with the first step when nobody has begun', () => {
    const fresh = atWork.map((one) => ({ ...one, state: 'not_started' as const }))
    expect(waiting({ role: 'coordinator' }, fresh as never)).toEqual(['agreed', 'mine'])
  })

  it('leaves out what is done and what lies in steps nobody works on, unless it has a day', () => {
    const resting = atWork.map((one) => ({ ...one, state: 'reached' as const }))
    const ticks = [tick('mine', { state: 'done' })]
    expect(waiting({ role: 'coordinator', ticks })).toEqual(['agreed'])
    expect(waiting({ role: 'coordinator' }, resting as never)).toEqual([])
    const due = [tick('mine', { dueOn: '2026-12-01' })]
    expect(waiting({ role: 'coordinator', ticks: due }, resting as never)).toEqual(['mine'])
  })

  it('comes by day first', () => {
    const ticks = [tick('mine', { dueOn: '2026-12-01' })]
    expect(waiting({ role: 'coordinator', ticks })).toEqual(['mine', 'agreed'])
    expect(byUrgency({ dueOn: '2026-01-01' } as never, { dueOn: null } as never)).toBeLessThan(0)
  })

  it('is upkeep again when it falls due, however it was ticked', () => {
    const reached = (upkeepDueOn: string): DerivedStep[] =>
      atWork.map((one) => ({ ...one, state: 'reached', upkeepDueOn }))
    const record: Partial<MyRecord> = {
      role: 'coordinator',
      ticks: [tick('mine', { state: 'done' }), tick('upkeep', { state: 'done' })],
      milestones: [
        {
          ...{ milestone: 'agreed', state: 'reached', version: 1, plannedOn: null },
          ...{ ownerKind: null, ownerSector: null, ownerPartner: null },
        },
      ],
    }
    expect(waiting(record, reached('2026-03-01'))).toEqual(['upkeep'])
    expect(waiting(record, reached('2026-04-10'))).toEqual(['upkeep'])
    expect(waiting(record, reached('2026-06-01'))).toEqual([])
  })
})
