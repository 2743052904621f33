import { addMember, addRegion, tick } from './support/region'
import { expect, test } from './support/test'

const FIRST = 'Write the skills gap as one question'
const SECOND = 'Note what the gap rests on'

test('a coordinator takes a tick back within minutes', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Undoland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  await tick(page, FIRST)
  await page.getByRole('button', { name: new RegExp(`^Undo ?: ${FIRST}`) }).click()
  await expect(page.getByRole('button', { name: `Done: ${FIRST}` })).toBeVisible()
  await expect(page.getByText(`Undone – Clara reopened “${FIRST}”`)).toBeVisible()
})

test('a coordinator adds an item of the region’s own, moves it and sets it aside', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Ownland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  const list = page
    .getByRole('region', { name: 'Checklist' })
    .or(page.locator('section.card', { hasText: 'Checklist' }))
    .first()
  await list.getByText('Add an item of our own').click()
  await list.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(list.getByText('Please fill this in.')).toBeVisible()
  for (const title of ['Ask the elders', 'Count the looms']) {
    await list.getByLabel('What there is to do').last().fill(title)
    await list.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(list.getByRole('heading', { name: title })).toBeVisible()
  }
  const loom = list.getByRole('listitem').filter({ hasText: 'Count the looms' })
  await loom.getByText('Plan and more').click()
  await loom.getByRole('button', { name: 'Move up' }).click()
  await expect(list.getByRole('heading', { level: 3 }).nth(-2)).toHaveText('Count the looms')
  await loom.getByRole('button', { name: 'Set aside' }).click()
  await list.getByText('1 entry set aside').click()
  await list.getByRole('button', { name: /^Take in again ?: Count the looms/ }).click()
  await expect(list.getByRole('heading', { name: 'Count the looms' })).toBeVisible()
})

test('a coordinator changes several entries at once, and takes that back', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Manyland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/checklists?step=purpose`)
  const change = page.getByRole('form', { name: 'Change several at once' })
  await change.getByRole('button', { name: 'Set state' }).click()
  await expect(change.getByText('Please choose at least one.')).toBeVisible()
  await change.getByLabel(`Choose: ${FIRST}`).check()
  await expect(change.getByText('Please choose at least one.')).toHaveCount(0)
  await change.getByLabel(`Choose: ${SECOND}`).check()
  await expect(change.getByRole('group').getByText('2', { exact: true })).toBeVisible()
  await change.getByLabel('Date (empty: none)').fill('2031-05-14')
  await change.getByLabel('Date (empty: none)').press('Enter')
  await expect(change.getByText('Saved for all of them.')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: SECOND })).toContainText('14 May 2031')
  await expect(page.getByRole('row').filter({ hasText: SECOND })).toContainText('Coordinator')
  for (const title of [FIRST, SECOND]) await change.getByLabel(`Choose: ${title}`).check()
  await change.getByRole('button', { name: 'Set state' }).click()
  await expect(page.getByRole('row').filter({ hasText: FIRST }).getByText('Done')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: FIRST })
  await expect(row.getByText('Done')).toBeVisible()
  await page.getByRole('button', { name: /^Undo all of it/ }).click()
  await expect(row.getByText('Open')).toBeVisible()
})

test('the list is narrowed by what stands in the address', async ({ page, as }) => {
  await as('coordinator')
  await page.goto('/regions/dolni-kraj/checklists')
  await page.getByLabel('Search').fill('skills gap')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/q=skills\+gap/)
  await expect(page.getByRole('heading', { name: '1 entry' })).toBeVisible()
  await page.getByLabel('Search').fill('nothing of that name')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('Nothing fits this choice.')).toBeVisible()
})

test('programme staff waive an essential item, and the region reads why', async ({
  page,
  as,
  another,
  owner,
}) => {
  const region = await addRegion(owner, 'Waiverland')
  const clara = await another(
    await addMember(owner, region, { name: 'Clara', role: 'coordinator' }),
  )
  await as('staff')
  await page.goto(`${region.home}/steps/purpose`)
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: FIRST }) })
  await item.getByText('Waive:').click()
  await item.getByRole('button', { name: 'Waive this item' }).click()
  await expect(item.getByText('Please say in a few words why.')).toBeVisible()
  await item.getByLabel('Why the region need not do this').fill('A law says it already.')
  await item.getByRole('button', { name: 'Waive this item' }).click()
  await expect(item.getByText('Waived', { exact: true })).toBeVisible()
  await clara.goto(`${region.home}/steps/purpose`)
  await expect(clara.getByText('Why: A law says it already.')).toBeVisible()
})

test('a reached step is reopened with a reason that stays readable', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Reopenland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/checklists?step=purpose`)
  const change = page.getByRole('form', { name: 'Change several at once' })
  await change.getByLabel('Choose all').check()
  await change.getByRole('button', { name: 'Set state' }).click()
  await expect(change.getByText('This step is reached.')).toBeVisible()
  await page.goto(`${region.home}/steps/purpose`)
  await page.getByText('Reopen this step').click()
  const form = page.locator('form').filter({ hasText: 'What has to be done again' })
  await form.getByLabel(FIRST).check()
  await form.getByLabel('Why').fill('The council has changed.')
  await form.getByRole('button', { name: 'Reopen the step' }).click()
  await expect(page.getByText(/reopened on .* by Clara: The council has changed\./)).toBeVisible()
  await expect(page.getByRole('button', { name: `Done: ${FIRST}` })).toBeVisible()
})

test('an item has a page of its own with its history', async ({ page, as }) => {
  await as('coordinator')
  await page.goto('/regions/dolni-kraj/steps/purpose')
  await page.getByRole('link', { name: FIRST }).click()
  await expect(page.getByRole('heading', { level: 1, name: FIRST })).toBeVisible()
  await expect(page.getByText(`finished “${FIRST}”`)).toBeVisible()
  await page.getByRole('link', { name: 'Everything that happened to it' }).click()
  await expect(page.getByText(`Only about “${FIRST}”`)).toBeVisible()
})

test('what was done from my work can be taken back there', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Backland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto('/my')
  const card = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: FIRST }) })
  await card.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: new RegExp(`^Undo ?: ${FIRST}`) }).click()
  await expect(card.getByRole('button', { name: 'Done' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Changed by you a moment ago' })).toBeHidden()
})
