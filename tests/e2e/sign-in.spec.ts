import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { addMember, addRegion } from './support/region'
import { findLink, openLatestMail } from './support/mail'
import { emailOf } from './support/people'

/** Asks for a link and gives the address in the mail that comes. */
async function askForLink(page: Page, email: string, from = '/sign-in'): Promise<string> {
  await page.goto(from)
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mailbox.' })).toBeVisible()
  await openLatestMail(page, email)
  return findLink(page)
}

test('a mailed link signs in after one press, and works once', async ({ page, owner, another }) => {
  const region = await addRegion(owner, 'Linkland')
  const clara = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  const link = await askForLink(page, emailOf(clara), `/sign-in?next=${region.home}`)

  // What a mail scanner does: it opens the link and presses nothing.
  const scanner = await another('staff')
  await scanner.context().clearCookies()
  await scanner.goto(link)
  await scanner.goto('/my')
  await expect(scanner).toHaveURL(/\/sign-in\?next=/)

  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(region.home)

  await scanner.goto(link)
  await scanner.getByRole('button', { name: 'Sign in' }).click()
  await expect(scanner.getByText('That link no longer works.')).toBeVisible()
})

test.describe('somebody new', () => {
  test.use({ locale: 'de-DE' })

  test('is asked for their name, and written to in the language they came with', async ({
    page,
    browser,
    baseURL,
    owner,
  }) => {
    const region = await addRegion(owner, 'Neuland')
    const address = `neu@${region.id}.example`
    await owner.query(
      `insert into invitations (region_id, id, email, role, invited_by_id, expires_at)
       select $1, gen_random_uuid(), $2, 'observer', min(id::text)::uuid, now() + interval '1 day'
       from users`,
      [region.id, address],
    )
    await page.goto('/sign-in')
    await page.getByLabel('Ihre E-Mail-Adresse').fill(address)
    await page.getByRole('button', { name: /Link/ }).click()
    await expect(page).toHaveURL('/sign-in/sent')
    const reader = await (await browser.newContext({ locale: 'en-GB', baseURL })).newPage()
    await openLatestMail(reader, address)
    await page.goto(await findLink(reader))
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await expect(page).toHaveURL(region.home)
    const name = page.getByLabel('Wie sollen andere Sie nennen?')
    await name.press('Enter')
    await expect(page.getByText('Bitte ausfüllen.')).toBeVisible()
    await name.fill('Nora Neu')
    await name.press('Enter')
    await expect(name).toHaveCount(0)
    await expect(page.getByText('Nora Neu', { exact: true })).toBeVisible()
    const { rows } = await owner.query('select name, locale from users where email = $1', [address])
    expect(rows).toEqual([{ name: 'Nora Neu', locale: 'de' }])
  })
})

test('an address that was never invited gets the same answer and no mail', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Your e-mail address').fill('nobody@elsewhere.example')
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mailbox.' })).toBeVisible()
  await page.goto('/outbox')
  await expect(page.getByText('nobody@elsewhere.example')).toHaveCount(0)
})

test('an address that is none is refused at its field, and stays as typed', async ({ page }) => {
  await page.goto('/sign-in')
  const field = page.getByLabel('Your e-mail address')
  await field.fill('clara@')
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByText('Please give an e-mail address')).toBeVisible()
  await expect(field).toHaveValue('clara@')
  await expect(field).toHaveAccessibleDescription(/Please give an e-mail address/)
})

test('whoever is signed out signs in first and comes back to where they were going', async ({
  page,
}) => {
  await page.goto('/regions/dolni-kraj/partners')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fregions%2Fdolni-kraj%2Fpartners/)
  await page.getByRole('button', { name: 'Be Jana' }).click()
  await expect(page).toHaveURL('/regions/dolni-kraj/partners')
})

test('an address of another site is not gone to after sign-in', async ({ page, baseURL }) => {
  await page.goto('/sign-in?next=https://elsewhere.example/my')
  await page.getByRole('button', { name: 'Be Jana' }).click()
  await expect(page.getByText('You are Jana Havlová')).toBeVisible()
  expect(page.url()).toContain(baseURL)
})

test('signing out ends the session, also for a copied cookie', async ({ page, as, context }) => {
  await as('coordinator')
  await page.goto('/regions/dolni-kraj')
  const copied = await context.cookies()
  await page.getByText('Jana Havlová', { exact: true }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await context.clearCookies()
  await context.addCookies(copied)
  await page.goto('/regions/dolni-kraj')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
})

test('a person whose access is switched off is out at the next press', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Offland')
  const clara = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  await as(clara)
  await page.goto(region.home)
  await expect(page.getByRole('link', { name: 'Partners', exact: true })).toBeVisible()
  await owner.query('update users set disabled_at = now() where email = $1', [clara])
  await page.getByRole('link', { name: 'Partners', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in/)
})
