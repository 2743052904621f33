import { addMember, addRegion, tick } from './support/region'
import { expect, test } from './support/test'

for (const width of [320, 1440]) {
  test(`a coordinator tells the story and takes the report along at ${width} px`, async ({
    page,
    as,
    owner,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    const region = await addRegion(owner, 'Reportland')
    await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
    await page.goto(`${region.home}/steps/purpose`)
    await tick(page, 'Write the skills gap as one question')
    await page.goto(`${region.home}/report`)
    await page.getByLabel('Story').fill('We began in spring.\n\nIt went well.')
    await page.getByRole('button', { name: 'Save the story' }).click()
    const report = page.getByRole('article')
    await expect(report.getByText('It went well.')).toBeVisible()
    await page.getByLabel('What changed').uncheck()
    await page.getByLabel('Language').selectOption('de')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(report.getByRole('heading', { name: 'Der Weg' })).toBeVisible()
    await expect(report).toHaveAttribute('lang', 'de')
    await expect(report.getByRole('heading', { name: 'Was sich geändert hat' })).toHaveCount(0)
    await expect(report.getByText('It went well.')).toHaveCount(0)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'As PDF' }).click()
    expect((await download).suggestedFilename()).toMatch(/bericht.*\.pdf$/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    )
  })
}

test('on paper there is the report and nothing else', async ({ page, as }) => {
  await as('partner')
  await page.goto('/regions/dolni-kraj/report')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('article')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show' })).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
})
