import { addMember, addRegion } from './support/region'
import { expect, test } from './support/test'

for (const width of [320, 1440]) {
  test(`a coordinator lists trainings and takes what they come to at ${width} px`, async ({
    page,
    as,
    owner,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    const region = await addRegion(owner, 'Lineland')
    await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
    await page.goto(`${region.home}/metrics/trainings_delivered`)
    await page.getByText('Add a training').first().click()
    await page.getByLabel('Title').fill('Robots and ceramics')
    await page.getByLabel('Ended on').fill(dayOfLastQuarter())
    await page.getByLabel('Format').selectOption('Courses')
    await page.getByLabel('Learners', { exact: true }).fill('none')
    await page.getByRole('button', { name: 'Add it' }).click()
    await expect(page.getByText('Please write a number')).toBeVisible()
    await page.getByLabel('Learners', { exact: true }).fill('14')
    await page.getByText('Held or signed jointly with other regions').click()
    await page.getByLabel('This is a joint one').check()
    await page.getByLabel('Our share in per cent').fill('50')
    await page.getByRole('button', { name: 'Add it' }).click()
    await expect(page.getByText('So far only your region has listed it')).toBeVisible()
    await page.getByRole('link', { name: 'Put it into the fields' }).click()
    await expect(page.getByLabel('Value in training runs')).toHaveValue('1')
    await page.getByLabel('This number is confirmed').check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('1 of 4 quarters told')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    )
  })
}

test('koruna are counted once somebody says at which rate', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Moneyland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/metrics/funding_leveraged`)
  await page.getByText('Add a financing line').first().click()
  await page.getByLabel('Title').fill('Skills fund')
  await page.getByLabel('Signed or confirmed on').fill(dayOfLastQuarter())
  await page.getByLabel('Amount, of all regions together').fill('1,250,000')
  await page.getByLabel('Currency').fill('HUF')
  await page.getByText('In another currency than euros').click()
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByText('There is no rate of that day yet.')).toBeVisible()
  await page.getByLabel('Units for one euro').fill('400')
  await page.getByLabel('Where the rate is from').fill('Grant agreement')
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByText('€3,125.00, at 400 HUF for one euro')).toBeVisible()
})

test('staff enter a rate and bring a file, whose faults are named by row', async ({ page, as }) => {
  await as('staff')
  await page.goto('/admin/rates')
  const bring = page.getByRole('form', { name: 'Bring many at once' })
  const file = (text: string) => ({
    ...{ name: 'rates.csv', mimeType: 'text/csv', buffer: Buffer.from(text) },
  })
  await bring.getByLabel('Source').fill('European Central Bank')
  await bring.getByLabel('File').setInputFiles(file('SEK;2026-05-06;11.02\nSEK;soon;11\n'))
  await bring.getByRole('button', { name: 'Bring them' }).click()
  await expect(page.getByText('Row 2: this is no day')).toBeVisible()
  await bring.getByLabel('File').setInputFiles(file('SEK;2026-05-06;11.02\n'))
  await bring.getByRole('button', { name: 'Bring them' }).click()
  await expect(page.getByText('The rates are taken over.')).toBeVisible()
  await expect(page.getByRole('cell', { name: '11.02' })).toBeVisible()
})

/** Some day of the quarter that is over. */
function dayOfLastQuarter(): string {
  const now = new Date()
  const first = new Date(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3, 1))
  return new Date(first.getTime() - 20 * 86_400_000).toISOString().slice(0, 10)
}
