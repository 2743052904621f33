import type { Page } from '@playwright/test'
import type pg from 'pg'
import type { Who } from './support/people'
import { startProductAgain } from './support/product'
import { addMember, addPartner, addRegion, type TestRegion } from './support/region'
import { expect, test } from './support/test'

const FIRST = 'Write the skills gap as one question'
const SECOND = 'Note what the gap rests on'
const THIRD = 'Fill in a How-Might-We canvas together'
const SOON = { timeout: 2000 }
const CHANGED = 'Something on this page has just changed.'

interface People {
  as: (who: Who) => Promise<void>
  another: (who: Who) => Promise<Page>
}

/** Clara and Carl coordinate one region: she on the page, he in a browser of his own. */
async function meet(owner: pg.Pool, { as, another }: People) {
  const region = await addRegion(owner, 'Liveland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  const carl = await another(await addMember(owner, region, { name: 'Carl', role: 'coordinator' }))
  return { region, carl }
}

/** Opens a page and waits until it hears. */
async function openHearing(page: Page, address: string) {
  const hearing = page.waitForResponse((answer) => answer.url().includes('/api/live/'))
  await page.goto(address)
  expect((await hearing).status()).toBe(200)
}

function stepOf(region: TestRegion) {
  return `${region.home}/steps/purpose`
}

function done(page: Page, label: string) {
  return page.getByRole('button', { name: `Reopen: ${label}` })
}

/** One ticks, and within two seconds of the press the other sees it. */
async function expectSeenSoon(ticker: Page, watcher: Page, label: string) {
  await ticker.getByRole('button', { name: `Done: ${label}` }).click({ noWaitAfter: true })
  await expect(done(watcher, label)).toBeVisible(SOON)
}

test('a tick by one appears for the other within two seconds, and is said', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, carl } = await meet(owner, { as, another })
  await openHearing(page, stepOf(region))
  await openHearing(carl, stepOf(region))
  await expectSeenSoon(carl, page, FIRST)
  await expect(page.getByRole('status').filter({ hasText: CHANGED })).toHaveCount(1)
  await expect(page.getByText(`Carl finished “${FIRST}”`)).toBeVisible()
  await expectSeenSoon(page, carl, SECOND)
  // Whoever ticked is not told of it a second time.
  await expect(carl.getByText(`Clara finished “${SECOND}”`)).toBeVisible()
  await expect(
    page.getByRole('status').filter({ hasText: 'Done. The step moved on.' }),
  ).toHaveCount(1)
})

test('the home of the region moves along as well', async ({ page, as, another, owner }) => {
  const { region, carl } = await meet(owner, { as, another })
  await openHearing(page, region.home)
  await openHearing(carl, stepOf(region))
  await carl.getByRole('button', { name: `Done: ${FIRST}` }).click({ noWaitAfter: true })
  await expect(page.getByText(`Carl finished “${FIRST}”`)).toBeVisible(SOON)
})

test('what is half typed, the focus and an open part stay as they are', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, carl } = await meet(owner, { as, another })
  await openHearing(page, stepOf(region))
  await openHearing(carl, stepOf(region))
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: SECOND }) })
    .filter({ has: page.locator('summary') })
  await item.getByText('Plan and more').click()
  await item.getByRole('textbox', { name: 'Note' }).pressSequentially('Half a sen')
  await expectSeenSoon(carl, page, FIRST)
  await expect(item.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('tence')
  await expect(item.getByRole('textbox', { name: 'Note' })).toHaveValue('Half a sentence')
  await item.getByRole('button', { name: 'Save' }).click()
  await expect(item.getByText('Plan saved.')).toBeVisible()
})

test('a change of what somebody is typing into is a conflict, not an overwriting', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, carl } = await meet(owner, { as, another })
  const partner = await addPartner(owner, region, 'Brewery Nord')
  const address = `${region.home}/partners/${partner}`
  await openHearing(page, address)
  await openHearing(carl, address)
  await page.getByLabel('Place').fill('Praha')
  await carl.getByLabel('Name of the organisation').fill('Brewery South')
  await carl.getByLabel('Sector').selectOption('public')
  await carl.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Brewery South', SOON)
  await expect(page.getByLabel('Name of the organisation')).toHaveValue('Brewery Nord')
  await expect(page.getByLabel('Sector')).toHaveValue('business')
  await page.getByRole('button', { name: 'Save' }).click()
  const choice = page.getByRole('region', { name: /Carl changed this/ })
  await expect(choice.getByRole('term')).toHaveText(['Name of the organisation', 'Place', 'Sector'])
  await carl.getByLabel('Website').fill('https://south.example')
  await carl.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: 'south.example' })).toBeVisible(SOON)
  await expect(choice).toBeVisible()
  await choice.getByRole('button', { name: 'Keep what is saved' }).click()
  await expect(page.getByLabel('Sector')).toHaveValue('public')
  await expect(page.getByLabel('Website')).toHaveValue('https://south.example')
})

test('fields at which nobody is show what was saved elsewhere', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, carl } = await meet(owner, { as, another })
  const partner = await addPartner(owner, region, 'Brewery Nord')
  const address = `${region.home}/partners/${partner}`
  await openHearing(page, address)
  await openHearing(carl, address)
  await carl.getByLabel('Sector').selectOption('public')
  await carl.getByLabel('Place').fill('Brno')
  await carl.getByRole('checkbox', { name: 'Intermediary' }).check()
  await carl.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Place')).toHaveValue('Brno', SOON)
  await expect(page.getByLabel('Sector')).toHaveValue('public')
  await expect(page.getByRole('checkbox', { name: 'Intermediary' })).toBeChecked()
})

test('it works across app processes, and an open stream does not hold up the end of one', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, carl } = await meet(owner, { as, another })
  const other = await startProductAgain()
  try {
    await openHearing(page, stepOf(region))
    await openHearing(carl, other.url + stepOf(region))
    // The first tick of a fresh process finds everything cold; what is measured is what follows.
    await carl.getByRole('button', { name: `Done: ${FIRST}` }).click()
    await expect(done(page, FIRST)).toBeVisible()
    await expectSeenSoon(page, carl, SECOND)
    await expectSeenSoon(carl, page, THIRD)
    const ended = other.stop().then(() => 'ended')
    const late = new Promise((resolve) => setTimeout(resolve, 8000, 'late'))
    expect(await Promise.race([ended, late])).toBe('ended')
  } finally {
    await carl.close()
    other.kill()
  }
})

test('listening goes on after the database has dropped it', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, carl } = await meet(owner, { as, another })
  await openHearing(page, stepOf(region))
  await carl.goto(stepOf(region))
  const { rowCount } = await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lep-live'`,
  )
  expect(rowCount).toBeGreaterThan(0)
  await carl.getByRole('button', { name: `Done: ${FIRST}` }).click()
  // Heard late rather than never: on coming back every page is told that it may have missed something.
  await expect(done(page, FIRST)).toBeVisible()
})

test('where streams do not get through, a reload shows the same', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, carl } = await meet(owner, { as, another })
  await page.route('**/api/live/**', (route) => route.fulfill({ status: 204 }))
  await page.goto(stepOf(region))
  await carl.goto(stepOf(region))
  await carl.getByRole('button', { name: `Done: ${FIRST}` }).click()
  await expect(done(carl, FIRST)).toBeVisible()
  await expect(done(page, FIRST)).toHaveCount(0)
  await page.reload()
  await expect(done(page, FIRST)).toBeVisible()
})
