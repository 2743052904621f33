import type { Page } from '@playwright/test'
import { addMember, addPartner, addRegion, type TestRegion } from './support/region'
import { expect, test } from './support/test'

async function choose(page: Page, text: string) {
  const buffer = Buffer.from(text)
  await page
    .getByLabel('The sheet')
    .setInputFiles({ name: 'tasks.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Show what would change' }).click()
}

const listOf = (partner: string) =>
  `Task;Step;Organisations;Wanted by\nBring two numbers;1;${partner};2031-02-03\nAsk around;;;\n`

const importOf = ({ home }: TestRegion) => `${home}/tasks/import`

const fitsAcross = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

test('a list of tasks is chosen, put right, taken over and found among the tasks', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Listland')
  await addPartner(owner, region, 'Brno Works')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/tasks`)
  await page.getByRole('link', { name: 'Bring a list' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring a list of tasks')

  await choose(page, listOf('Brno Wrks'))
  await expect(page.getByText('1 row needs a look.')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'Bring two numbers' })
  await expect(row).toContainText('Organisations: No organisation of this name is in the register.')
  await expect(page.getByRole('button', { name: 'Save all of this' })).toHaveCount(0)

  await choose(page, listOf('Brno Works'))
  await expect(page.getByText('2 tasks are new. Nothing is saved yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Save all of this' }).click()
  await expect(page.getByText('2 rows are saved.')).toBeVisible()
  await page.getByRole('link', { name: 'To the tasks' }).click()
  const task = page.getByRole('row').filter({ hasText: 'Bring two numbers' })
  await expect(task).toContainText('Brno Works')
  await expect(page.getByRole('row').filter({ hasText: 'Ask around' })).toBeVisible()

  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: 'As CSV' }).click()
  const file = await started
  expect(file.suggestedFilename()).toMatch(new RegExp(`^${region.slug}-tasks-.*\\.csv$`))
  await page.goto(importOf(region))
  await page.getByLabel('The sheet').setInputFiles(await file.path())
  await page.getByRole('button', { name: 'Show what would change' }).click()
  await expect(page.getByText('This list says what is here already.')).toBeVisible()
})

test.describe('without a script, on a narrow phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })

  test('a list of tasks is looked at and taken over', async ({ page, as, owner }) => {
    const region = await addRegion(owner, 'Stilltasks')
    await addPartner(owner, region, 'Brno Works')
    await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
    await page.goto(importOf(region))
    expect(await fitsAcross(page)).toBe(true)
    await choose(page, listOf('A name without an end '.repeat(6)))
    await expect(page.getByText('1 row needs a look.')).toBeVisible()
    expect(await fitsAcross(page)).toBe(true)
    await choose(page, listOf('Brno Works'))
    await page.getByRole('button', { name: 'Save all of this' }).click()
    await expect(page.getByText('2 rows are saved.')).toBeVisible()
  })
})
