import type { Page } from '@playwright/test'
import type pg from 'pg'
import { openSession, type Who } from './support/people'
import { addMember, addPartner, addRegion } from './support/region'
import { expect, test } from './support/test'

const BEGUN = /You had begun to write something here on/

/** A partner of a fresh region, on whose page a coordinator is; `clara` is her address. */
async function openPartner(page: Page, owner: pg.Pool, as: (who: Who) => Promise<void>) {
  const region = await addRegion(owner, 'Draftland')
  const partner = await addPartner(owner, region, 'Brewery Nord')
  const clara = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  await as(clara)
  const address = `${region.home}/partners/${partner}`
  await page.goto(address)
  return { region, partner, clara, address }
}

function offer(page: Page) {
  return page.getByRole('group', { name: 'Begun earlier' })
}

test('what was typed survives a reload, is offered, and goes once it is saved', async ({
  page,
  as,
  owner,
}) => {
  await openPartner(page, owner, as)
  await expect(offer(page)).toHaveCount(0)
  await page.getByLabel('Place').fill('Brno')
  await page.getByLabel('Sector').selectOption('public')
  await page.getByRole('checkbox', { name: 'Intermediary' }).check()
  await page.reload()
  await expect(offer(page)).toContainText(BEGUN)
  await expect(page.getByLabel('Place')).toHaveValue('')
  await expect(page.getByLabel('Sector')).toHaveValue('business')
  await offer(page).getByRole('button', { name: 'Bring it back' }).click()
  await expect(offer(page)).toHaveCount(0)
  await expect(page.getByLabel('Place')).toHaveValue('Brno')
  await expect(page.getByLabel('Place')).toBeFocused()
  await expect(page.getByLabel('Sector')).toHaveValue('public')
  await expect(page.getByRole('checkbox', { name: 'Intermediary' })).toBeChecked()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Place')).toHaveValue('Brno')
  await expect(offer(page)).toHaveCount(0)
})

test('what is discarded is not offered again', async ({ page, as, owner }) => {
  await openPartner(page, owner, as)
  await page.getByLabel('Place').fill('Brno')
  await page.reload()
  await offer(page).getByRole('button', { name: 'Discard' }).click()
  await expect(offer(page)).toHaveCount(0)
  await expect(page.getByLabel('Name of the organisation')).toBeFocused()
  await page.reload()
  await expect(page.getByLabel('Place')).toHaveValue('')
  await expect(offer(page)).toHaveCount(0)
})

test('a draft in a folded part of the page unfolds it, and only its own form', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Foldland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  const heading = page.getByRole('heading', { name: 'Write the skills gap as one question' })
  const item = page.getByRole('listitem').filter({ has: heading })
  await item.getByText('Plan and more').click()
  await item.getByLabel('Note').fill('Ask the chamber.')
  await page.reload()
  await expect(offer(page)).toHaveCount(1)
  await expect(item.getByLabel('Note')).toBeVisible()
  await item.getByRole('button', { name: 'Bring it back' }).click()
  await expect(item.getByLabel('Note')).toHaveValue('Ask the chamber.')
})

test('a draft says when what is saved has changed since it was begun', async ({
  page,
  as,
  owner,
}) => {
  const { partner } = await openPartner(page, owner, as)
  await page.getByLabel('Place').fill('Brno')
  await owner.query('update partners set version = version + 1, website = $1 where id = $2', [
    'https://nord.example',
    partner,
  ])
  await page.reload()
  await expect(offer(page)).toContainText('What is saved here has changed since then.')
  await expect(page.getByLabel('Website')).toHaveValue('https://nord.example')
})

test('a session that ends while writing costs nothing that was typed', async ({
  page,
  as,
  owner,
  context,
  baseURL,
}) => {
  const { clara, address } = await openPartner(page, owner, as)
  await page.getByLabel('Place').fill('Brno')
  await owner.query(
    'delete from sessions where user_id = (select id from users where email = $1)',
    [clara],
  )
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(address)}`)
  const value = await openSession(owner, clara)
  await context.addCookies([{ name: 'lep-session', value, url: baseURL, httpOnly: true }])
  await page.reload()
  await expect(page).toHaveURL(address)
  await offer(page).getByRole('button', { name: 'Bring it back' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
})

test('a lost network keeps the page, says so, and lets it be sent again', async ({
  page,
  as,
  owner,
  context,
}) => {
  await openPartner(page, owner, as)
  await page.getByLabel('Place').fill('Brno')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('You are offline. What you wrote is kept')).toBeVisible()
  await expect(page.getByLabel('Place')).toHaveValue('Brno')
  await context.setOffline(false)
  const online = page.getByRole('status').filter({ hasText: 'You are back online.' })
  await expect(online).toHaveCount(1)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
})

test('nobody sees what another person began on the same device, nor after signing out', async ({
  page,
  as,
  owner,
}) => {
  const { region, clara, address } = await openPartner(page, owner, as)
  await page.getByLabel('Place').fill('Brno')
  await as(await addMember(owner, region, { name: 'Carl', role: 'coordinator' }))
  await page.goto(address)
  await page.getByLabel('Website').fill('https://carl.example')
  await page.reload()
  await offer(page).getByRole('button', { name: 'Bring it back' }).click()
  await expect(page.getByLabel('Place')).toHaveValue('')
  await expect(page.getByLabel('Website')).toHaveValue('https://carl.example')

  await page.locator('.menu > summary').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  const left = await page.evaluate(() => Object.keys(localStorage).length)
  expect(left).toBe(1)
  await as(clara)
  await page.goto(address)
  await expect(offer(page)).toContainText(BEGUN)
})

test('a browser that keeps nothing still saves', async ({ page, as, owner }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Storage is switched off.', 'SecurityError')
      },
    })
  })
  await openPartner(page, owner, as)
  await page.getByLabel('Place').fill('Brno')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
})
