import { addMember, addRegion } from './support/region'
import { expect, test } from './support/test'

for (const width of [320, 1440]) {
  test(`a coordinator tells a quarter, corrects it and sets a target at ${width} px`, async ({
    page,
    as,
    owner,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    const region = await addRegion(owner, 'Countland')
    await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
    await page.goto(`${region.home}/metrics`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is counted yet')
    await page.getByRole('link', { name: 'Tell a quarter: Learners reached' }).click()
    await page.getByLabel('Value in participations').fill('a dozen')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Please write a number, such as 12 or 1,250.50.')).toBeVisible()
    await expect(page.getByLabel('Value in participations')).toHaveValue('a dozen')
    await page.getByLabel('Value in participations').fill('1,250')
    await page.getByLabel('Where the number comes from').fill('Attendance lists')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Kept as a draft. It counts once it is confirmed.')).toBeVisible()
    await page.getByLabel('This number is confirmed').check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('1 of 4 quarters told')).toBeVisible()
    await expect(page.getByText('version 2')).toBeVisible()
    await page.getByText('Set a target').first().click()
    await page.getByLabel('Target in participations').fill('5000')
    await page.getByLabel('Baseline', { exact: true }).fill('0')
    await page.getByRole('button', { name: 'Set the target' }).click()
    await expect(page.getByText('25 % of the way')).toBeVisible()
    await expect(page.getByText('no date set', { exact: true })).toBeVisible()
    await page.goto(`${region.home}/metrics`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 4 core numbers are told')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    )
  })
}

test('a partner reads the numbers and finds nothing to change', async ({ page, as }) => {
  await as('partner')
  await page.goto('/regions/dolni-kraj/metrics')
  await expect(page.getByText(/of 4 quarters told/).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /^Tell a quarter/ })).toHaveCount(0)
})

test('a demonstrator’s targets come from the guidebook, without a day', async ({ page, as }) => {
  await as('staff')
  await page.goto('/regions/amsterdam/metrics')
  for (const target of ['100 modules', '10,000 participations', '250 enterprises']) {
    await expect(page.getByText(`Target: ${target}`)).toBeVisible()
  }
  await expect(page.getByText('no date set')).toHaveCount(3)
})
