import { describe, expect, it } from 'vitest'
import { nameKey, projectRegion } from '../../lib/journey/projection/rules'
import type { NeedTick } from '../../lib/needs/lines/rules'
import { doneBy, reached, steps } from './journey-cases'

const region = {
  regionId: '0190d5a0-0000-7000-8000-000000000001',
  slug: 'dolni-kraj',
  name: 'Dolní Kraj',
  country: 'CZ',
  territoryType: 'region',
  kind: 'partnership',
  startedOn: '2026-01-15',
}

function project(ticks: NeedTick[], milestones = [reached('2026-05-01', 'step-1.gate')]) {
  const lastEntryOn = { 'step-1': '2026-05-01', 'step-2': '2026-06-03', 'step-3': null }
  return projectRegion({
    ...{ region, guide: steps, ticks, milestones, lastEntryOn },
    asOf: '2026-06-30',
  })
}

const owned = (tick: { item: string; state: NeedTick['state']; doneOn: string | null }) => ({
  ...tick,
  owner: 'coordinator',
  dueOn: null,
})

describe('projectRegion', () => {
  const first = steps[0]
  if (!first) throw new Error('no steps')
  const ticks = doneBy('2026-05-01', 6, first).map(owned)

  it('keeps a record of each of the eight steps', () => {
    const { steps: records } = project(ticks)
    expect(records.map(({ state }) => state)).toEqual(['reached', ...Array(7).fill('not_started')])
    expect(records[0]).toEqual({
      regionId: region.regionId,
      step: 'step-1',
      state: 'reached',
      progress: 75,
      reachedSince: '2026-05-01',
      confirmedSince: null,
    })
  })

  it('sums the region up in one row', () => {
    const { summary } = project(ticks)
    expect(summary).toMatchObject({
      ...region,
      nameKey: 'dolni kraj',
      stage: 0,
      reachedStep: 1,
      state1: 'reached',
      state2: 'not_started',
      progress: [75, 0, 0, 0, 0, 0, 0, 0],
      lastEntryOn: '2026-06-03',
    })
  })

  it('names what is needed next, in the first incomplete part', () => {
    expect(project([], []).summary.need).toMatchObject({
      key: 'needs.item.essential',
      step: 'step-1',
      subject: 'step-1.essential-1',
    })
  })

  it('has no day of a latest entry while there is none', () => {
    const empty = { region, guide: steps, ticks: [], milestones: [], lastEntryOn: {} }
    expect(projectRegion({ ...empty, asOf: '2026-06-30' }).summary.lastEntryOn).toBeNull()
  })

  it('refuses a guide that has not eight steps', () => {
    const seven = { region, guide: steps.slice(1), ticks: [], milestones: [], lastEntryOn: {} }
    expect(() => projectRegion({ ...seven, asOf: '2026-06-30' })).toThrow(RangeError)
  })
})

describe('nameKey', () => {
  it.each([
    ['Dolní Kraj', 'dolni kraj'],
    ['Øvre Ærø', 'ovre aero'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['Carrowmere', 'carrowmere'],
    ['Σέρρες', 'σερρες'],
  ])('%s → %s', (name, key) => expect(nameKey(name)).toBe(key))
})
