import type { Page } from '@playwright/test'
import { addMember, addRegion } from './support/region'
import { expect, test } from './support/test'

const rows = (page: Page) => page.getByRole('table').getByRole('rowheader')

/** The names of the regions listed, without what stands beside them. */
async function listNames(page: Page): Promise<string[]> {
  return rows(page).getByRole('link').allInnerTexts()
}

test('staff find a region by how its name begins, and open it', async ({ page, as }) => {
  await as('staff')
  await page.goto('/compare')
  await page.getByLabel('Name begins with').fill('dolni')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/[?&]q=dolni/)
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('link', { name: 'Dolní Kraj' }).click()
  await expect(page).toHaveURL('/regions/dolni-kraj')
})

test('staff narrow the list down, and the address keeps it', async ({ page, as }) => {
  await as('staff')
  await page.goto('/compare')
  const all = await listNames(page)
  await page.getByLabel('Country').selectOption('AT')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/country=AT/)
  const austrian = await listNames(page)
  expect(austrian.length).toBeGreaterThan(0)
  expect(austrian.length).toBeLessThan(all.length)
  await page.reload()
  expect(await listNames(page)).toEqual(austrian)
  await page.getByLabel('Step', { exact: true }).selectOption('1')
  await page.getByLabel('in state').selectOption('reached')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/step=1.*state=reached/)
  await page.getByRole('link', { name: 'Clear' }).click()
  await expect(page).toHaveURL('/compare')
})

test('a search that finds nothing says so and how to go on', async ({ page, as }) => {
  await as('staff')
  await page.goto('/compare?q=zzzzzz')
  await expect(page.getByText('No region matches.')).toBeVisible()
})

test('a long list goes on page by page, none twice and none missing', async ({
  page,
  as,
  owner,
}) => {
  const made = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      addRegion(owner, `Pageland ${String(n).padStart(2, '0')}`),
    ),
  )
  await as('staff')
  await page.goto('/compare?q=pageland')
  const found = await listNames(page)
  for (let pages = 1; await page.getByRole('link', { name: 'Further' }).isVisible(); pages++) {
    const first = await rows(page).first().innerText()
    await page.getByRole('link', { name: 'Further' }).click()
    await expect(rows(page).first()).not.toHaveText(first)
    found.push(...(await listNames(page)))
    expect(pages).toBeLessThan(5)
  }
  expect(found).toEqual(made.map(({ name }) => name).sort())
  await page.getByRole('link', { name: 'Earlier' }).click()
  await expect(rows(page).first()).toContainText('Pageland 25')
})

for (const who of ['coordinator', 'partner', 'observer'] as const) {
  test(`${who} finds no comparison and no administration`, async ({ page, as }) => {
    await as(who)
    for (const path of [
      '/compare',
      '/admin',
      '/admin/people',
      '/admin/log',
      '/admin/regions/new',
    ]) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(404)
    }
    await expect(page.getByRole('navigation', { name: 'Main' })).not.toContainText('Compare')
  })
}

test('staff see which region nobody coordinates', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Leaderlos')
  const clara = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  await as('staff')
  const mark = rows(page).filter({ hasText: 'Leaderlos' }).getByText('no coordinator')
  await page.goto('/compare?q=leaderlos')
  await expect(rows(page)).toHaveCount(1)
  await expect(mark).toHaveCount(0)
  await owner.query('update users set disabled_at = now() where email = $1', [clara])
  await page.reload()
  await expect(mark).toBeVisible()
})
