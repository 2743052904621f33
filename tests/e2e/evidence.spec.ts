import type { Page } from '@playwright/test'
import { makePng, utf8 } from '../support/files/make'
import { addMember, addRegion } from './support/region'
import { expect, test } from './support/test'

const PLACE = '/steps/purpose/checklist.gap-evidence-noted'

const cardOf = (page: Page) =>
  page.getByRole('region', { name: 'Evidence' }).or(page.locator('#evidence'))
const photo = { name: 'photo.png', mimeType: 'image/png', buffer: makePng() }

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('a coordinator adds a note, a link and a photo, and corrects the note', async ({
    page,
    as,
    owner,
  }) => {
    const region = await addRegion(owner, 'Proofland')
    await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
    await page.goto(region.home + PLACE)
    const card = cardOf(page)
    await expect(card.getByText(/^Nothing has been added yet/)).toBeVisible()

    await card.getByText('Write a note').click()
    await card.getByLabel('What shows that it is so').fill('Seven talks, notes on the shared drive')
    await card.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(card.getByText('Seven talks, notes on the shared drive').first()).toBeVisible()

    await page.reload()
    await card.getByText('Add a link').click()
    await card.getByLabel('Web address').fill('javascript:alert(1)')
    await card.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(card.getByLabel('Web address')).toHaveAccessibleDescription(/starts with https/)
    await expect(card.getByLabel('Web address')).toBeFocused()
    await card.getByLabel('Web address').fill('https://example.eu/minutes')
    await card.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(card.getByRole('link', { name: 'https://example.eu/minutes' })).toBeVisible()

    await page.reload()
    await card.getByText('Add a file or photo').click()
    const file = card.getByLabel('File', { exact: true })
    await file.setInputFiles({ ...photo, name: 'a.svg', buffer: utf8('<svg onload=alert(1)>') })
    await card.getByLabel('What it shows').last().fill('The board after the workshop')
    await card.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(file).toHaveAccessibleDescription(/This kind of file is not taken/)
    await expect(card.getByLabel('What it shows').last()).toHaveValue(
      'The board after the workshop',
    )
    await file.setInputFiles(photo)
    await card.getByRole('button', { name: 'Add', exact: true }).click()
    const link = card.getByRole('link', { name: 'photo.png' })
    await expect(link).toBeVisible()
    const download = page.waitForEvent('download')
    await link.click()
    expect((await download).suggestedFilename()).toBe('photo.png')

    await page.reload()
    const noted = card.getByRole('listitem').filter({ hasText: 'Seven talks' })
    await noted.getByText('Replace or set aside').click()
    await noted.getByLabel('What shows that it is so').fill('Eight talks in the end')
    await noted.getByRole('button', { name: 'Replace' }).click()
    await expect(card.getByText('An older version')).toBeVisible()
    await card.getByText('An older version').click()
    await expect(card.getByText('Seven talks, notes on the shared drive')).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(320)
  })
})

test('a piece is set aside and brought back, and the region’s list tells what lacks one', async ({
  page,
  as,
  another,
  owner,
}) => {
  const region = await addRegion(owner, 'Asideland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  const olga = await another(await addMember(owner, region, { name: 'Olga', role: 'observer' }))
  await page.goto(`${region.home}/steps/purpose`)
  const first = 'Note what the gap rests on'
  await page.getByRole('button', { name: `Done: ${first}` }).click()
  await expect(page.getByRole('button', { name: `Reopen: ${first}` })).toBeVisible()
  await olga.goto(`${region.home}/evidence`)
  await expect(olga.getByText('One thing is done without evidence')).toBeVisible()
  await page.goto(region.home + PLACE)
  const card = cardOf(page)
  await card.getByText('Write a note').click()
  await card.getByLabel('What shows that it is so').fill('Figures of the job centre')
  await card.getByRole('button', { name: 'Add', exact: true }).click()
  await card.getByText('Replace or set aside').click()
  await olga.reload()
  await expect(olga.getByText('Nothing is done without evidence')).toBeVisible()
  await expect(olga.getByText('Figures of the job centre')).toBeVisible()
  await card.getByRole('button', { name: 'Set aside', exact: true }).click()
  await card.getByText('One piece set aside').click()
  await olga.reload()
  await expect(olga.getByText('Figures of the job centre')).toHaveCount(0)
  await card.getByRole('button', { name: /^Bring back/ }).click()
  await expect(card.getByText('Replace or set aside')).toBeVisible()
  await expect(
    page.getByText('Clara added evidence for “Note what the gap rests on”'),
  ).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a photo is added, after a sentence about what was wrong', async ({ page, as, owner }) => {
    const region = await addRegion(owner, 'Stillland')
    await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
    await page.goto(region.home + PLACE)
    const card = cardOf(page)
    await card.getByText('Add a file or photo').click()
    await card.getByLabel('What it shows').last().fill('The board')
    await card.getByRole('button', { name: 'Add', exact: true }).last().click()
    const file = card.getByLabel('File', { exact: true })
    await expect(file).toHaveAccessibleDescription(/Please choose a file/)
    await expect(card.getByLabel('What it shows').last()).toHaveValue('The board')
    await file.setInputFiles(photo)
    await card.getByRole('button', { name: 'Add', exact: true }).last().click()
    await expect(card.getByRole('link', { name: 'photo.png' })).toBeVisible()
    await expect(card.getByText('Kept as evidence.')).toBeVisible()
  })
})
