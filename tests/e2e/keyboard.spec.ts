import type { Locator, Page } from '@playwright/test'
import { addMember, addRegion } from './support/region'
import { expect, test } from './support/test'

/** Presses Tab until the wanted element has the focus; on the way every focus can be seen. */
async function tabTo(page: Page, wanted: Locator) {
  await expect(wanted).toBeAttached()
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    await expectFocusSeen(page)
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('Tab never reaches it.')
}

async function expectFocusSeen(page: Page) {
  const hidden = await page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return ''
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused)
    const isMarked = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    const { width, height } = focused.getBoundingClientRect()
    return isMarked && width > 1 && height > 1 ? '' : focused.outerHTML.slice(0, 160)
  })
  expect(hidden, 'what has the focus without showing it').toBe('')
}

test('the first Tab offers to skip to the content', async ({ page, as }) => {
  await as('coordinator')
  await page.goto('/my')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('signing in and ticking need no mouse', async ({ page }) => {
  await page.goto('/sign-in?next=/regions/dolni-kraj')
  await tabTo(page, page.getByRole('button', { name: 'Be Jana' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/regions/dolni-kraj')
  await tabTo(page, page.getByRole('link', { name: 'Partners', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/regions/dolni-kraj/partners')
})

for (const key of ['Space', 'Enter']) {
  test(`an item is ticked by ${key}, and the focus stays where it was`, async ({
    page,
    as,
    owner,
  }) => {
    const region = await addRegion(owner, 'Keyland')
    await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
    await page.goto(`${region.home}/steps/purpose`)
    const label = 'Write the skills gap as one question'
    await tabTo(page, page.getByRole('button', { name: `Done: ${label}` }))
    await page.keyboard.press(key)
    await expect(page.getByRole('button', { name: `Reopen: ${label}` })).toBeFocused()
    await expectFocusSeen(page)
  })
}

test('an item is planned by keyboard', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Keyplanland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  const heading = page.getByRole('heading', { name: 'Write the skills gap as one question' })
  const item = page.getByRole('listitem').filter({ has: heading })
  await tabTo(page, item.locator('summary'))
  await page.keyboard.press('Enter')
  await tabTo(page, item.getByLabel('Note'))
  await page.keyboard.type('They have the numbers.')
  await tabTo(page, item.getByRole('button', { name: 'Save' }))
  await page.keyboard.press('Enter')
  await expect(item.getByText('Plan saved.')).toBeVisible()
})
