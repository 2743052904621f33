import { expect, test } from 'vitest'
import { listOwnEvents } from '@/lib/calendar/own/rules'

const north = { id: 'n', slug: 'north', name: 'North' }
const south = { id: 's', slug: 'south', name: 'South' }
const item = (id: string, dueOn: string | null, region = north) => ({
  ...{ id: `purpose.checklist.${id}`, kind: 'item' as const, title: id, dueOn, region },
  ...{ step: 'purpose', number: 1 },
})
const task = (
  id: string,
  dueOn: string | null,
  step: { number: number } | null,
  region = south,
) => ({
  ...{ task: { id, title: id, dueOn }, step, region },
})

test('what has a day becomes an event with the way there; what has none does not', () => {
  expect(listOwnEvents([item('a', '2031-05-06'), item('b', null)], [], [])).toEqual([
    {
      ...{ id: 'n.purpose.checklist.a', kind: 'due', title: 'a', number: 1, day: '2031-05-06' },
      ...{ region: north, path: '/steps/purpose#purpose.checklist.a' },
    },
  ])
})

test('a milestone is called one', () => {
  const milestone = { ...item('m', '2031-05-06'), kind: 'milestone' as const }
  expect(listOwnEvents([milestone], [], [])).toMatchObject([{ kind: 'milestone' }])
})

test('tasks lead to their own page, also those of no step', () => {
  expect(
    listOwnEvents([], [task('t', '2031-05-06', { number: 3 }), task('u', '2031-05-07', null)], []),
  ).toMatchObject([
    { id: 's.t', kind: 'due', number: 3, path: '/tasks/t' },
    { id: 's.u', kind: 'due', number: 0, path: '/tasks/u' },
  ])
})

test('days of several regions stand in order, and the same thing in two regions stays two', () => {
  const events = listOwnEvents(
    [item('a', '2031-07-01'), item('a', '2031-05-01', south)],
    [task('t', '2031-06-01', null)],
    [],
  )
  expect(events.map(({ id }) => id)).toEqual([
    ...['s.purpose.checklist.a', 's.t', 'n.purpose.checklist.a'],
  ])
})

test('a round somebody is asked in leads to its statements; one without a last day has no event', () => {
  const round = { id: 'r', title: 'What do you think?', closesOn: '2031-05-06', region: north }
  expect(listOwnEvents([], [], [round, { ...round, id: 'q', closesOn: null }])).toEqual([
    {
      ...{ id: 'n.r', kind: 'due', title: 'What do you think?', number: 0, day: '2031-05-06' },
      ...{ region: north, path: '/rounds/r/answer' },
    },
  ])
})
