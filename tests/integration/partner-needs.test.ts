import { beforeEach, expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/rules'
import { getJourney } from '@/lib/journey/data'
import { addTask } from '@/lib/tasks/changes'
import { createWorld, type World } from '../support/cast'
import { sql } from '../support/owner'

let world: World
beforeEach(async () => {
  world = await createWorld()
  await sql('update tasks set archived_at = now() where region_id = $1', [world.own.id])
})

function give(title: string, more: Partial<Parameters<typeof addTask>[1]> = {}) {
  const { own, viewers } = world
  return addTask(viewers.coordinator, {
    ...{ regionId: own.id, title, doneWhen: '', link: '', dueOn: null, serves: 'purpose' },
    ...{ forWhom: 'partners', partners: [own.partner], person: '', skipCheck: false },
    ...{ repeatMonths: null, ...more },
  })
}

async function said(viewer: Viewer, step: string | null = null) {
  const wanted = step ? { step } : { profile: true }
  const { partnerNeeds } = await getJourney(viewer, world.own.slug, 'en', wanted)
  return partnerNeeds.map(({ values }) => [values.partner, values.count, values.label])
}

test('a partner reads what is needed of them, with what any partner may do', async () => {
  const { own, viewers } = world
  await give('Later', { dueOn: '2031-05-01' })
  await give('Sooner', { dueOn: '2031-02-03', serves: 'ecosystem' })
  await give('Anybody', { forWhom: 'any-partner', partners: [] })
  await give('Not theirs', { partners: [own.otherPartner], dueOn: '2030-01-01' })
  expect(await said(viewers.partner)).toEqual([[null, 3, 'Sooner']])
  expect(await said(viewers.partner, 'purpose')).toEqual([[null, 2, 'Later']])
  expect(await said(viewers.partner, 'engagement')).toEqual([])
})

test('all others read of whom something is needed, the most urgent first', async () => {
  const { own, viewers } = world
  await give('Later', { dueOn: '2031-05-01' })
  await give('Sooner', { partners: [own.otherPartner], dueOn: '2030-01-01' })
  await give('Ours', { forWhom: 'coordinator', partners: [] })
  expect(await said(viewers.coordinator)).toEqual([
    [own.otherPartner, 1, 'Sooner'],
    [own.partner, 1, 'Later'],
  ])
  expect(await said(viewers.observer, 'ecosystem')).toEqual([])
})
