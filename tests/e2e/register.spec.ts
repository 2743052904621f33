import { addMember, addPartner, addRegion } from './support/region'
import { expect, test } from './support/test'

test('a list comes in, and a doubtful row is asked about', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Registerland')
  await addPartner(owner, region, 'Amsterdam University of Applied Sciences (HvA)')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/partners/import`)
  const text = 'Organisation,Sektor,Ort\nHvA,Bildung und Forschung,Amsterdam\nWaag,business,\n'
  await page
    .getByLabel('The sheet')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Show what would change' }).click()
  const doubt = page.getByRole('row').filter({ hasText: 'HvA' })
  await doubt
    .getByLabel('This may be known already')
    .selectOption({ label: 'The same as Amsterdam University of Applied Sciences (HvA)' })
  await page.getByRole('button', { name: 'Save all of this' }).click()
  await expect(page.getByText('2 rows are saved.')).toBeVisible()
  await page.getByRole('link', { name: 'To the register' }).click()
  await expect(page.getByRole('heading', { name: '2 partners' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Applied Sciences' })).toContainText(
    'Amsterdam',
  )
})

test('several partners are contacted at once, and only they', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Severalland')
  for (const name of ['Alpha House', 'Beta House', 'Gamma House'])
    await addPartner(owner, region, name)
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/partners`)
  for (const name of ['Alpha House', 'Gamma House']) await page.getByLabel(`Choose ${name}`).check()
  await page
    .getByRole('group', { name: 'With the chosen ones' })
    .getByLabel('How near it is')
    .selectOption('committed')
  await page.getByRole('button', { name: 'Set status' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Gamma House' })).toContainText('Committed')
  await page.goto(`${region.home}/partners?status=committed`)
  await expect(page.getByRole('row').filter({ hasText: 'House' })).toHaveCount(2)
})

test('who is missing is named, looked for and found', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Missingland')
  await addPartner(owner, region, 'Crafts Chamber')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/partners/coverage`)
  await page.getByText('Name somebody who is missing').first().click()
  const form = page.getByRole('form', { name: 'Who is missing in Public authorities' })
  await form.getByLabel('Who is missing').fill('The employment service')
  await form.getByLabel('Who looks for them').selectOption('Crafts Chamber')
  await form.getByRole('button', { name: 'Note it' }).click()
  await expect(page.getByText('Crafts Chamber looks for them.')).toBeVisible()
  await page.getByText('Found, or change: The employment service').click()
  await page.getByLabel('Found: which partner').selectOption('Crafts Chamber')
  await page.getByRole('button', { name: 'This is who we looked for' }).click()
  await expect(page.getByText('The employment service: found,')).toBeVisible()
})
