import { describe, expect, it } from 'vitest'
import { type AskedOf, partnerNeeds } from '../../lib/needs/partner/rules'

const asOf = '2026-06-30'
const asked = (partnerId: string, due: string | null, count = 1): AskedOf => ({
  ...{ partnerId, count, task: `task-${partnerId}`, label: `Task of ${partnerId}`, due },
})

describe('partnerNeeds', () => {
  it('says to somebody of a partner what is needed of them alone', () => {
    const all = [asked('brewery', '2026-07-14', 2), asked('city', '2026-07-01')]
    expect(partnerNeeds(all, { own: 'brewery', step: null, asOf })).toEqual([
      {
        key: 'needs.partner',
        step: null,
        subject: 'task-brewery',
        values: {
          ...{ partner: null, count: 2, label: 'Task of brewery', due: '2026-07-14' },
          overdue: false,
        },
      },
    ])
    expect(partnerNeeds(all, { own: 'school', step: null, asOf })).toEqual([])
  })

  it('names three organisations to all others, the most urgent first', () => {
    const all = [
      ...[asked('none', null, 9), asked('late', '2026-06-29'), asked('soon', '2026-07-01')],
      ...[asked('busy', '2026-07-01', 4), asked('idle', '2026-01-01', 0)],
    ]
    const lines = partnerNeeds(all, { own: null, step: 'second', asOf })
    expect(lines.map(({ values }) => values.partner)).toEqual(['late', 'busy', 'soon'])
    expect(lines.map(({ values }) => values.overdue)).toEqual([true, false, false])
    expect(lines.every(({ step }) => step === 'second')).toBe(true)
  })

  it('is not overdue on its day', () => {
    const [line] = partnerNeeds([asked('city', asOf)], { own: null, step: null, asOf })
    expect(line?.values.overdue).toBe(false)
  })
})
