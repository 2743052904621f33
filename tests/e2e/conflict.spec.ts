import type { Page } from '@playwright/test'
import type pg from 'pg'
import type { Who } from './support/people'
import { addMember, addPartner, addRegion, tick } from './support/region'
import { expect, test } from './support/test'

const FIRST = 'Write the skills gap as one question'

/** Clara and Carl coordinate one region: she on the page, he in a browser of his own. */
async function openTwice(
  page: Page,
  owner: pg.Pool,
  { as, another }: { as: (who: Who) => Promise<void>; another: (who: Who) => Promise<Page> },
) {
  const region = await addRegion(owner, 'Conflictland')
  const partner = await addPartner(owner, region, 'Brewery Nord')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  const carl = await another(await addMember(owner, region, { name: 'Carl', role: 'coordinator' }))
  // A network that lets no stream through: she cannot have heard of what he saves.
  await page.route('**/api/live/**', (route) => route.fulfill({ status: 204 }))
  return { region, partner, carl }
}

function choice(page: Page) {
  return page.getByRole('region', { name: /changed this/ })
}

function itemOn(page: Page) {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: FIRST }) })
    .filter({ has: page.locator('summary') })
}

async function openPlan(page: Page, address: string) {
  await page.goto(address)
  await itemOn(page).getByText('Plan and more').click()
}

test('the later of two sees both versions and keeps what is saved', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, carl } = await openTwice(page, owner, { as, another })
  const address = `${region.home}/steps/purpose`
  await openPlan(page, address)
  await openPlan(carl, address)
  await itemOn(carl).getByLabel('Note').fill('Carl has the numbers.')
  await itemOn(carl).getByLabel('Wanted by').fill('2031-05-14')
  await itemOn(carl).getByRole('button', { name: 'Save' }).click()
  await expect(itemOn(carl).getByText('Plan saved.')).toBeVisible()

  await itemOn(page).getByLabel('Note').fill('Clara has the numbers.')
  await itemOn(page).getByLabel('Who looks after it').selectOption('Brewery Nord')
  await itemOn(page).getByRole('button', { name: 'Save' }).click()
  await expect(choice(page)).toContainText('Carl changed this a moment ago.')
  await expect(choice(page).locator(':focus')).toContainText('Nothing of yours is saved yet.')
  const terms = choice(page).getByRole('term')
  await expect(terms).toHaveText(['Note', 'Wanted by'])
  const values = choice(page).getByRole('definition')
  await expect(values).toHaveText([
    'Now savedCarl has the numbers.',
    'YoursClara has the numbers.',
    'Now saved14 May 2031',
    'You left this as it was, so it stays',
  ])
  await choice(page).getByRole('button', { name: 'Keep what is saved' }).press('Enter')
  await expect(choice(page)).toHaveCount(0)
  await expect(itemOn(page).getByLabel('Note')).toHaveValue('Carl has the numbers.')
  await expect(itemOn(page).getByLabel('Wanted by')).toHaveValue('2031-05-14')
  await expect(itemOn(page).getByRole('button', { name: 'Save' })).toBeFocused()
  await page.reload()
  await expect(page.getByRole('group', { name: 'Begun earlier' })).toHaveCount(0)
})

test('the later of two saves their version over the other, once they have seen it', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, partner, carl } = await openTwice(page, owner, { as, another })
  const address = `${region.home}/partners/${partner}`
  await page.goto(address)
  await carl.goto(address)
  await carl.getByLabel('Place').fill('Brno')
  await carl.getByRole('checkbox', { name: 'Intermediary' }).check()
  await carl.getByRole('button', { name: 'Save' }).click()
  await expect(carl.getByText('Saved.')).toBeVisible()

  await page.getByLabel('Place').fill('Praha')
  await page.getByLabel('Sector').selectOption('public')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(choice(page).getByRole('term')).toHaveText(['Place', 'Sector', 'Intermediary'])
  await expect(choice(page)).toContainText('Brno')
  await page.getByLabel('Place').fill('Plzeň')
  await choice(page).getByRole('button', { name: 'Save mine over it' }).press('Enter')
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(choice(page)).toHaveCount(0)
  await page.reload()
  await expect(page.getByLabel('Place')).toHaveValue('Plzeň')
  await expect(page.getByLabel('Sector')).toHaveValue('public')
  // She never touched it, so his tick stays.
  await expect(page.getByRole('checkbox', { name: 'Intermediary' })).toBeChecked()
})

test('whoever wanted the same is told that it is there, and the page catches up', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, carl } = await openTwice(page, owner, { as, another })
  await page.goto(`${region.home}/steps/purpose`)
  await carl.goto(`${region.home}/steps/purpose`)
  await tick(carl, FIRST)
  await page.getByRole('button', { name: `Done: ${FIRST}` }).click()
  await expect(choice(page)).toContainText('What is saved now is what you wanted, too.')
  await choice(page).getByRole('button', { name: 'Show what is saved' }).press('Enter')
  await expect(page.getByRole('button', { name: `Reopen: ${FIRST}` })).toBeFocused()
})

test('a draft over which somebody saved is not saved silently', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, partner, carl } = await openTwice(page, owner, { as, another })
  const address = `${region.home}/partners/${partner}`
  await page.goto(address)
  await page.getByLabel('Place').fill('Praha')
  await carl.goto(address)
  await carl.getByLabel('Place').fill('Brno')
  await carl.getByRole('button', { name: 'Save' }).click()
  await expect(carl.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Place')).toHaveValue('Brno')
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(choice(page)).toContainText('Now savedBrno')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('both versions are shown and either can be chosen', async ({ page, as, owner }) => {
    const region = await addRegion(owner, 'Plainconflict')
    const partner = await addPartner(owner, region, 'Brewery Nord')
    await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
    const outdate = (city: string) =>
      owner.query('update partners set version = version + 1, city = $1 where id = $2', [
        city,
        partner,
      ])
    await page.goto(`${region.home}/partners/${partner}`)
    await outdate('Brno')
    await page.getByLabel('Place').fill('Praha')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(choice(page)).toContainText('Brno')
    await choice(page).getByRole('button', { name: 'Save mine over it' }).click()
    await expect(page.getByLabel('Place')).toHaveValue('Praha')
    await outdate('Ostrava')
    await page.getByLabel('Place').fill('Plzeň')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await choice(page).getByRole('button', { name: 'Keep what is saved' }).click()
    await expect(page.getByLabel('Place')).toHaveValue('Ostrava')
  })
})
