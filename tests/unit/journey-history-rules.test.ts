import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayIn } from '../../lib/dates/rules'
import { deriveJourney } from '../../lib/journey/derived/rules'
import { type HistoryEntry, replayHistory } from '../../lib/journey/history/rules'
import { steps } from './journey-cases'
import { commands, play, type Command } from './journey-play'

const ZONES = ['Europe/Prague', 'Pacific/Auckland', 'America/St_Johns'] as const
const FIRST_DAY = '2025-03-01'

/** What a reader saw on a day: recorded facts and what the rules made of them. */
const show = (
  record: Pick<ReturnType<typeof replayHistory>, 'ticks' | 'milestones'>,
  day: string,
) => ({
  ticks: [...record.ticks].sort((a, b) => a.item.localeCompare(b.item)),
  milestones: [...record.milestones].sort((a, b) => a.milestone.localeCompare(b.milestone)),
  journey: deriveJourney(steps, record, day),
})

function playAll(list: readonly Command[], timeZone: string) {
  const history = play(list, FIRST_DAY, timeZone)
  for (const { day, record } of history.evenings) {
    expect(show(replayHistory(history.entries, day, timeZone), day)).toEqual(show(record, day))
  }
  return history
}

describe('replayHistory', () => {
  it('rebuilds every evening of random histories as it was', () => {
    fc.assert(
      fc.property(commands({ most: 60 }), fc.constantFrom(...ZONES), (list, zone) => {
        playAll(list, zone)
      }),
      { numRuns: 60 },
    )
  })

  it('does so over hundreds of changes, and ends at what is kept', () => {
    fc.assert(
      fc.property(commands({ least: 200, most: 320 }), (list) => {
        const { entries, evenings, kept } = playAll(list, 'Europe/Prague')
        expect(evenings.length).toBeGreaterThan(20)
        const last = evenings.at(-1)?.day ?? FIRST_DAY
        expect(show(replayHistory(entries, last, 'Europe/Prague'), last)).toEqual(show(kept, last))
      }),
      { numRuns: 6 },
    )
  })

  it('needs the last entry of each subject only', () => {
    fc.assert(
      fc.property(commands({ most: 60 }), (list) => {
        const { entries } = play(list, FIRST_DAY, 'Europe/Prague')
        const last = new Map(entries.map((entry) => [entry.subject, entry]))
        const day = addDays(FIRST_DAY, 4000)
        expect(show(replayHistory([...last.values()], day, 'UTC'), day)).toEqual(
          show(replayHistory(entries, day, 'UTC'), day),
        )
      }),
    )
  })

  it('ends a day where the region does', () => {
    const entry: HistoryEntry = {
      ...{ at: '2026-03-14T23:30:00Z', kind: 'tick.changed', step: 'step-1', subject: 'x' },
      after: { state: 'done', doneOn: '2026-03-14' },
    }
    expect(dayIn('Europe/Prague', new Date(entry.at))).toBe('2026-03-15')
    expect(replayHistory([entry], '2026-03-14', 'UTC').ticks).toHaveLength(1)
    expect(replayHistory([entry], '2026-03-14', 'Europe/Prague').ticks).toHaveLength(0)
    expect(replayHistory([entry], '2026-03-15', 'Europe/Prague').ticks).toHaveLength(1)
  })

  it('leaves aside what says nothing of items and milestones', () => {
    const entry = { at: '2026-03-14T08:00:00Z', step: 'step-1', subject: 'step-1', after: {} }
    expect(replayHistory([{ ...entry, kind: 'step.changed' }], '2026-03-20', 'UTC')).toEqual({
      ticks: [],
      milestones: [],
    })
  })
})

describe('the rules over random records', () => {
  const records = commands({ most: 80 }).map((list) => play(list, FIRST_DAY, 'UTC').kept)
  const late = addDays(FIRST_DAY, 4000)

  it('say the same of the same record, in whatever order it comes', () => {
    fc.assert(
      fc.property(records, (record) => {
        const once = deriveJourney(steps, record, late)
        const turned = {
          ticks: [...record.ticks].reverse(),
          milestones: [...record.milestones].reverse(),
        }
        expect(deriveJourney(steps, record, late)).toEqual(once)
        expect(deriveJourney([...steps].reverse(), turned, late)).toEqual(once)
      }),
    )
  })

  it('never go back because one more item is done', () => {
    const items = steps.flatMap((step) => step.items.map(({ id }) => ({ id, step: step.slug })))
    const order = ['not_started', 'in_progress', 'reached', 'confirmed', 'sustained']
    fc.assert(
      fc.property(records, fc.constantFrom(...items), (record, item) => {
        const was = record.ticks.find((tick) => tick.item === item.id)?.state
        // What is left out counts for a step; taking it in again may well ask for more.
        fc.pre(was !== 'not_applicable' && was !== 'waived')
        const ticks = [
          ...record.ticks.filter((tick) => tick.item !== item.id),
          { item: item.id, state: 'done' as const, doneOn: late },
        ]
        const before = deriveJourney(steps, record, late)
        const after = deriveJourney(steps, { ...record, ticks }, late)
        for (const [index, step] of after.steps.entries()) {
          const old = before.steps[index]
          expect(order.indexOf(step.state)).toBeGreaterThanOrEqual(
            order.indexOf(old?.state ?? 'not_started'),
          )
          expect(step.missing).toBeLessThanOrEqual(old?.missing ?? 0)
        }
        expect(after.stage).toBeGreaterThanOrEqual(before.stage)
        expect(after.reachedStep).toBeGreaterThanOrEqual(before.reachedStep)
      }),
    )
  })
})
