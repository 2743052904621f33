import { expectAccessible } from './support/look'
import { addMember, addPartner, addRegion } from './support/region'
import { expect, test } from './support/test'

const item = 'Write the skills gap as one question'

test('a coordinator gives a task, a partner ticks it off on a phone, and the item has evidence', async ({
  page,
  as,
  another,
  owner,
}) => {
  const region = await addRegion(owner, 'Taskland')
  const partnerId = await addPartner(owner, region, 'Brewery Nord')
  const clara = await another(
    await addMember(owner, region, { name: 'Clara', role: 'coordinator' }),
  )
  await clara.goto(`${region.home}/tasks`)
  await clara.getByRole('link', { name: 'Give a task' }).click()
  await clara.getByLabel('What to do', { exact: true }).fill('Ask five brewers what they lack')
  await clara.getByLabel('What it serves').selectOption({ label: item })
  await clara.getByLabel('Who does it').selectOption({ label: 'The organisations chosen below' })
  await clara.getByLabel('Brewery Nord').check()
  await clara.getByRole('button', { name: 'Give a task' }).click()
  await expect(
    clara.getByRole('heading', { level: 1, name: 'Ask five brewers what they lack' }),
  ).toBeVisible()
  await as(await addMember(owner, region, { name: 'Pavel', role: 'partner', partnerId }))
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/my')
  const card = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Ask five brewers what they lack' }) })
  await card.getByLabel('What came of it').fill('All five lack people who can write.')
  await card.getByRole('button', { name: /^Done/ }).click()
  await expect(card).toHaveCount(0)
  await clara.reload()
  await clara.getByRole('button', { name: /^Accept/ }).click()
  await expect(clara.getByText('Done', { exact: true })).toBeVisible()
  await clara.goto(`${region.home}/steps/purpose`)
  await expect(
    clara.getByText('A task that serves this is done: Ask five brewers what they lack.'),
  ).toBeVisible()
  await clara.goto(`${region.home}/steps/purpose/checklist.gap-question-written`)
  await expect(
    clara.getByText('Brewery Nord: All five lack people who can write.').first(),
  ).toBeVisible()
})

test('tasks in every state have no barrier, as list, board and page', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Boardland')
  const partnerId = await addPartner(owner, region, 'Brewery Nord')
  const states = ['proposed', 'open', 'handed_back', 'submitted', 'done'] as const
  for (const state of states) {
    const part = state === 'proposed' ? 'open' : state
    await owner.query(
      `with task as (insert into tasks (region_id, id, title, done_when, step, entry, due_on,
          for_kind, state) values ($1, gen_random_uuid(), 'A task that is ' || $2, 'It is written.',
          'purpose', 'purpose.checklist.gap-question-written', '2026-01-15', 'partners', $2)
          returning region_id, id)
        insert into task_partners (region_id, task_id, partner_id, state, back, reason)
        select region_id, id, $3, $4::text, case when $4::text = 'handed_back' then 'again' else '' end,
          'A page is missing.' from task`,
      [region.id, state, partnerId, part],
    )
  }
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  for (const place of ['', '?view=board', '?state=all', '/new']) {
    await page.goto(`${region.home}/tasks${place}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectAccessible(page)
  }
  await page.goto(`${region.home}/tasks?view=board`)
  const checking = page.getByRole('region', { name: 'Ticked off, to check' })
  await expect(checking.getByRole('listitem')).toHaveCount(1)
  await checking.getByRole('button', { name: /^Accept/ }).press('Enter')
  await expect(checking.getByRole('listitem')).toHaveCount(0)
  for (const state of ['proposed', 'handed_back'] as const) {
    await page.goto(`${region.home}/tasks`)
    await page.getByRole('link', { name: `A task that is ${state}` }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^A task that is/ })).toBeVisible()
    await expectAccessible(page)
  }
  await as(await addMember(owner, region, { name: 'Pavel', role: 'partner', partnerId }))
  await page.goto('/my')
  await expect(page.getByRole('heading', { name: 'A task that is handed_back' })).toBeVisible()
})
