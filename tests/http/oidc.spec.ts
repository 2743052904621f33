import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type pg from 'pg'
import { startProductAgain } from '../e2e/support/product'
import { addMember, addRegion, type TestRegion } from '../e2e/support/region'
import { expect, test } from '../e2e/support/test'
import { type Claims, type Issuer, startIssuer } from '../support/issuer'

// The provider has one person at a time before it.
test.describe.configure({ mode: 'default' })

let issuer: Issuer
let product: Awaited<ReturnType<typeof startProductAgain>>
test.beforeAll(async () => {
  issuer = await startIssuer()
  product = await startProductAgain({ ...issuer.settings, OIDC_NAME: 'Town Account' })
})
test.afterAll(async () => {
  await product.stop()
  await issuer.stop()
})

test('an invited person signs in by the provider and finds their region', async ({
  page,
  owner,
}) => {
  const region = await addRegion(owner, 'Towerland')
  const olga = createClaims('Olga')
  await invite(owner, region, olga.email)
  await enter(page, olga)
  await expect(page).toHaveURL(`${product.url}/my`)
  await page.goto(product.url + region.home)
  await expect(page.getByText('Towerland').first()).toBeVisible()
})

test('whoever has signed in by the provider can do so again', async ({ page, owner, context }) => {
  const region = await addRegion(owner, 'Againland')
  const olga = createClaims('Olga')
  await invite(owner, region, olga.email)
  await enter(page, olga)
  await expect(page).toHaveURL(`${product.url}/my`)
  await context.clearCookies()
  await enter(page, olga, region.home)
  await expect(page).toHaveURL(product.url + region.home)
})

test('somebody who came by mailed links so far comes in as the same person', async ({
  page,
  owner,
}) => {
  const region = await addRegion(owner, 'Sameland')
  const email = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  await enter(page, createClaims('Clara', { email }), `${region.home}/people`)
  await expect(page).toHaveURL(`${product.url}${region.home}/people`)
  await expect(page.getByRole('button', { name: 'Send the invitation' })).toBeVisible()
})

test('an address that the provider has not verified is refused', async ({ page, owner }) => {
  const region = await addRegion(owner, 'Doubtland')
  const olga = createClaims('Olga', { email_verified: false })
  await invite(owner, region, olga.email)
  await enter(page, olga)
  await expectRefused(page)
})

test('an address that nobody has invited is refused', async ({ page }) => {
  await enter(page, createClaims('Mallory'))
  await expectRefused(page)
})

test('a person whose access is switched off is refused', async ({ page, owner }) => {
  const region = await addRegion(owner, 'Closedland')
  const email = await addMember(owner, region, { name: 'Felix', role: 'observer' })
  await owner.query('update users set disabled_at = now() where email = $1', [email])
  await enter(page, createClaims('Felix', { email }))
  await expectRefused(page)
})

test('a token that somebody else has signed is refused', async ({ page, owner }) => {
  const region = await addRegion(owner, 'Forgeland')
  const email = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  issuer.forge()
  await enter(page, createClaims('Clara', { email }))
  await expectRefused(page, 'Signing in did not work out.')
})

test('people are told when the provider is away', async ({ page }) => {
  await issuer.stop()
  await enter(page, createClaims('Clara'))
  await expect(page.getByText('Signing in did not work out.')).toBeVisible()
})

/** Somebody whom the provider knows, and the product not yet. */
function createClaims(name: string, facts: Partial<Claims> = {}): Claims {
  const email = `${name.toLowerCase()}.${randomUUID().slice(-8)}@people.example`
  return { sub: randomUUID(), email, email_verified: true, name, ...facts }
}

async function invite(owner: pg.Pool, region: TestRegion, email: string): Promise<void> {
  const inviter = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  await owner.query(
    `insert into invitations (region_id, id, email, role, invited_by_id, expires_at)
     select $1, $2, $3, 'observer', id, now() + interval '14 days' from users where email = $4`,
    [region.id, randomUUID(), email, inviter],
  )
}

/** Presses the provider's button, with this person at the provider. */
async function enter(page: Page, claims: Claims, next = '/my'): Promise<void> {
  issuer.present(claims)
  await page.goto(product.url + next)
  await page.getByRole('link', { name: 'Sign in with Town Account' }).click()
}

/** They are told so, and what is behind sign-in stays closed to them. */
async function expectRefused(page: Page, reason = 'That address does not lead in.') {
  await expect(page.getByText(reason)).toBeVisible()
  await page.goto(`${product.url}/my`)
  await expect(page).toHaveURL(/\/sign-in\?next=/)
}
