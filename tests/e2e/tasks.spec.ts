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
