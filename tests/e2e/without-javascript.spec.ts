import { findLink, openLatestMail } from './support/mail'
import { emailOf } from './support/people'
import { addMember, addRegion } from './support/region'
import { expect, test } from './support/test'

test.use({ javaScriptEnabled: false })

const FIRST = 'Write the skills gap as one question'

test('signing in by a mailed link needs no script', async ({ page, owner }) => {
  const region = await addRegion(owner, 'Plainland')
  const clara = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  await page.goto(`/sign-in?next=${region.home}`)
  await page.getByLabel('Your e-mail address').fill(emailOf(clara))
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mailbox.' })).toBeVisible()
  await openLatestMail(page, emailOf(clara))
  await page.goto(await findLink(page))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(region.home)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('The journey starts here.')
})

test('ticking and planning need no script', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Quietland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  await page.getByRole('button', { name: `Done: ${FIRST}` }).click()
  await expect(page.getByRole('button', { name: `Reopen: ${FIRST}` })).toBeVisible()
  const second = 'Note what the gap rests on'
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: second }) })
  await item.getByText('Plan and more').click()
  await item.getByLabel('Wanted by').fill('2031-05-14')
  await item.getByRole('button', { name: 'Save' }).click()
  await expect(item.getByText('due 14 May 2031')).toBeVisible()
  await expect(item.getByText('Plan saved.')).toBeVisible()
  await expect(item.getByText('Plan saved.')).toBeFocused()
})

test('a refused form keeps what was typed and says why at the field', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Refuseland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/partners/new`)
  await page.getByLabel('Name of the organisation').fill('Brewery Nord')
  await page.getByLabel('Sector').selectOption('business')
  await page.getByLabel('Website').fill('ftp:nonsense')
  await page.getByRole('button', { name: 'Add a partner' }).click()
  await expect(page.getByLabel('Website')).toHaveAccessibleDescription(/starts with https/)
  await expect(page.getByLabel('Website')).toHaveValue('ftp:nonsense')
  await expect(page.getByLabel('Name of the organisation')).toHaveValue('Brewery Nord')
  await page.getByLabel('Website').fill('https://brewery-nord.example')
  await page.getByRole('button', { name: 'Add a partner' }).click()
  await expect(page.getByRole('heading', { name: 'Brewery Nord' })).toBeVisible()
})

test('signing out needs no script', async ({ page, as }) => {
  await as('coordinator')
  await page.goto('/my')
  await page.getByText('Jana Havlová', { exact: true }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
})

test('comparing needs no script', async ({ page, as }) => {
  await as('staff')
  await page.goto('/compare')
  await page.getByLabel('Name begins with').fill('dolni')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('link', { name: 'Dolní Kraj' })).toBeVisible()
})

test('a visitor changes the language of the device without a script', async ({ page }) => {
  await page.goto('/about')
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'English' })).toBeVisible()
})

test('a calendar of one’s own and deleting the account need no script', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Scriptless')
  await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  const olga = await addMember(owner, region, { name: 'Olga', role: 'observer' })
  await as(olga)
  await page.goto('/my/calendar')
  await page.getByRole('button', { name: 'Make an address' }).click()
  await expect(page.getByLabel('Your private address')).toHaveValue(/\/api\/calendar\//)
  await page.getByRole('button', { name: /^End this address/ }).click()
  await expect(page.getByRole('button', { name: /^End this address/ })).toHaveCount(0)
  await page.goto('/profile/erase')
  await page.getByRole('link', { name: 'Leave Scriptless' }).click()
  await page.getByRole('button', { name: /Leave/ }).click()
  await page.goto('/profile/erase')
  await page.getByLabel('Your address').fill(emailOf(olga))
  await page.getByRole('button', { name: 'Delete my account for good' }).click()
  await expect(page.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible()
})
