import type { Page } from '@playwright/test'
import { addMember, addPartner, addRegion } from './support/region'
import { expect, test } from './support/test'

/** What a screen reader is told, wherever on the page it stands. */
function announced(page: Page, words: string) {
  return page.getByRole('status').filter({ hasText: words })
}

test('leaving an item out and taking it in again keep the focus at the item', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Focusland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByLabel('Why it does not apply') })
    .first()
  const id = await item.getAttribute('id')
  const same = page.locator(`[id="${id}"]`)
  const more = same.locator('summary')
  await more.click()
  await same.getByLabel('Why it does not apply').fill('There is none here.')
  await same.getByRole('button', { name: 'Does not apply to us' }).press('Enter')
  await expect(more).toBeFocused()
  await expect(announced(page, 'Marked as not applicable.')).toHaveCount(1)
  await same.getByRole('button', { name: 'It applies after all' }).press('Enter')
  await expect(more).toBeFocused()
  await expect(announced(page, 'Open again.')).toHaveCount(1)
  await expect(announced(page, 'Marked as not applicable.')).toHaveCount(0)
})

test('only the outcome of what was sent last is shown', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Outcomeland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  const label = 'Write the skills gap as one question'
  await page.getByRole('button', { name: `Done: ${label}` }).click()
  await page.getByRole('button', { name: `Reopen: ${label}` }).click()
  await expect(announced(page, 'Open again.')).toHaveCount(1)
  const heading = page.getByRole('heading', { name: label })
  const item = page.getByRole('listitem').filter({ has: heading })
  await item.locator('summary').click()
  await item.getByRole('button', { name: 'We have started' }).click()
  await expect(announced(page, 'Marked as started.')).toHaveCount(1)
  await expect(announced(page, 'Open again.')).toHaveCount(0)
})

test('who is invited, removed or set aside leaves the focus on the page', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Partingland')
  const partner = await addPartner(owner, region, 'Mill')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await addMember(owner, region, { name: 'Ada', role: 'observer' })
  await page.goto(`${region.home}/people`)
  await page.getByLabel('E-mail').fill('ben@people.example')
  await page.getByRole('button', { name: 'Send the invitation' }).press('Enter')
  await page.getByRole('checkbox', { name: 'Choose the invitation to ben@people.example' }).check()
  await page.getByRole('button', { name: 'Withdraw', exact: true }).press('Enter')
  await expect(announced(page, 'Invitation withdrawn.')).toHaveCount(1)
  await expect(page.getByRole('heading', { name: 'Invitations' })).toBeFocused()

  await page.getByRole('link', { name: /^Remove.*Ada/ }).press('Enter')
  await page.getByRole('button', { name: 'Remove Ada' }).press('Enter')
  await expect(page).toHaveURL(/\/people\?removed=1$/)
  await expect(page.getByText('Removed.', { exact: true })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /Ada/ })).toHaveCount(0)

  await page.goto(`${region.home}/partners/${partner}`)
  await page.getByRole('button', { name: 'Set aside' }).press('Enter')
  await expect(announced(page, 'Set aside. You can bring it back.')).toHaveCount(1)
  await expect(page.locator('main :focus')).toHaveCount(1)
  await page.getByRole('button', { name: 'Bring it back' }).press('Enter')
  await expect(announced(page, 'Back on the list.')).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a refused form leads to its first faulty field', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Faultland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/partners/new`)
  await page.getByLabel('Place').fill('Brno')
  await page.getByRole('button', { name: 'Add a partner' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name of the organisation' })).toBeFocused()
})

test('the menu closes on Escape and on what happens outside', async ({ page, as }) => {
  await as('coordinator')
  await page.goto('/my')
  const summary = page.locator('.menu > summary')
  const profile = page.locator('.menu').getByRole('link')
  await summary.press('Enter')
  await expect(profile).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(profile).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(profile).toBeHidden()
  await expect(summary).toBeFocused()
  await summary.click()
  await expect(profile).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(profile).toBeHidden()
})
