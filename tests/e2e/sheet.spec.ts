import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { addMember, addRegion, type TestRegion } from './support/region'
import { expect, test } from './support/test'

const ITEM = 'purpose.checklist.gap-question-written'
const FIRST = 'Write the skills gap as one question'

const importOf = (region: TestRegion) => `${region.home}/checklists/import`

async function download(page: Page, name: string) {
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name, exact: true }).click()
  const file = await started
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

async function choose(page: Page, text: string) {
  const buffer = Buffer.from(text)
  await page
    .getByLabel('The sheet')
    .setInputFiles({ name: 'sheet.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Show what would change' }).click()
}

test('a sheet is downloaded, changed, looked at, saved and taken back', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Sheetland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(importOf(region))
  const { name, text } = await download(page, 'as CSV')
  expect(name).toMatch(new RegExp(`^${region.slug}-checklists-\\d{4}-\\d\\d-\\d\\d\\.csv$`))
  expect(text).toContain(FIRST)

  await choose(page, text.replace(/(gap-question-written".*?)"Open"/, '$1"Done"'))
  await expect(page.getByText('1 row changes. Nothing is saved yet.')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: FIRST })
  await expect(row).toContainText('State: Open → Done')
  await expect(page.getByText(/more rows stay as they are/)).toBeVisible()

  await page.getByRole('button', { name: 'Save all of this' }).click()
  await expect(page.getByText('1 row is saved.')).toBeVisible()
  await page.goto(`${region.home}/steps/purpose`)
  await expect(page.getByRole('button', { name: `Reopen: ${FIRST}` })).toBeVisible()

  await page.goBack()
  await page.getByRole('button', { name: 'Undo all of it' }).click()
  await expect(page.getByText('Undone.')).toBeVisible()
  await page.goto(`${region.home}/steps/purpose`)
  await expect(page.getByRole('button', { name: `Done: ${FIRST}` })).toBeVisible()
})

test('a sheet with faults says which and cannot be saved', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Faultland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(importOf(region))
  await choose(page, `id;state;owner\n${ITEM};perhaps;Nobody\n`)
  await expect(page.getByText('1 row needs a look.')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: FIRST })
  await expect(row).toContainText('State: There is no such state.')
  await expect(row).toContainText('Owner: Nobody of this name looks after things here.')
  await expect(page.getByRole('button', { name: 'Save all of this' })).toHaveCount(0)
})

test('a file that is no sheet is refused at its field', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Largeland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(importOf(region))
  const field = page.getByLabel('The sheet')
  await page.getByRole('button', { name: 'Show what would change' }).click()
  await expect(field).toHaveAccessibleDescription(/Please choose a file/)
  await choose(page, 'one,two\n')
  await expect(field).toHaveAccessibleDescription(/does not name the columns/)
  await choose(page, 'id,note\n'.repeat(400_000))
  await expect(field).toHaveAccessibleDescription(/choose a file/)
  await field.setInputFiles({ name: 'a.csv', mimeType: '', buffer: Buffer.alloc(1_100_000, 'a') })
  await expect(field).toHaveAccessibleDescription(/larger than 1 MB/)
})

test('the spreadsheet is one, and comes from the region alone', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Gridland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(importOf(region))
  const answer = await page.request.get(`${region.home}/checklists/export?format=xlsx`)
  expect(answer.headers()).toMatchObject({
    'content-type': expect.stringContaining('spreadsheetml'),
    'content-disposition': expect.stringMatching(/^attachment; filename=".*\.xlsx"; filename\*=/),
    'cache-control': 'private, no-store',
  })
  const buffer = await answer.body()
  await page.getByLabel('The sheet').setInputFiles({ name: 'a.xlsx', mimeType: '', buffer })
  await page.getByRole('button', { name: 'Show what would change' }).click()
  await expect(page.getByText('This sheet says what is here already.')).toBeVisible()
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('a sheet is looked at and saved', async ({ page, as, owner }) => {
    const region = await addRegion(owner, 'Stillland')
    await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
    await page.goto(importOf(region))
    await choose(page, 'id,note\n'.repeat(150_000))
    await expect(page.getByText('This file is larger than 1 MB.')).toBeVisible()
    await choose(page, `id,state\n${ITEM},done\nnothing,done\n`)
    await expect(page.getByText('There is nothing of this id here any more.')).toBeVisible()
    await choose(page, `id,state\n${ITEM},done\n`)
    await expect(page.getByRole('row').filter({ hasText: FIRST })).toContainText('Open → Done')
    await page.getByRole('button', { name: 'Save all of this' }).click()
    await expect(page.getByText('1 row is saved.')).toBeVisible()
  })
})
