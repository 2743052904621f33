import { addMember, addPartner, addRegion } from './support/region'
import { expect, test } from './support/test'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('a coordinator drafts a round, opens it, gives it more days, and closes it', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Askland')
  const partner = await addPartner(owner, region, 'Brewery Nord')
  await addPartner(owner, region, 'Silent Mill')
  await addMember(owner, region, { name: 'Pavel', role: 'partner', partnerId: partner })
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/rounds`)
  await expect(page.getByRole('heading', { name: 'No round has been held yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Prepare a round' }).click()
  await expect(page.getByText('1 more organisation has nobody with an account yet.')).toBeVisible()
  await page.getByLabel('Last day').fill(inDays(16))
  await page.getByRole('button', { name: 'Keep as draft' }).click()
  await expect(page.getByText('Nobody is asked so far.')).toBeVisible()
  await page.getByRole('button', { name: 'Open it now' }).click()
  await expect(page.getByText('Nobody is asked yet. Please choose')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Brewery Nord' }).check()
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByText('1 person of 1 organisation will get a mail.')).toBeVisible()
  await page.getByRole('button', { name: 'Open it now' }).click()

  await expect(page.getByRole('heading', { name: '0 of 1 have answered' })).toBeVisible()
  await page.getByRole('button', { name: 'Make an address' }).click()
  await expect(page.getByText(`${region.home}/rounds/join/`)).toBeVisible()
  await page.getByRole('button', { name: 'Extend' }).click()
  await expect(page.getByText('The round is open longer now.')).toBeVisible()
  await page.getByText('Close it now').click()
  await page.getByRole('button', { name: 'Close for good' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What partners said')
  await page.goto(`${region.home}/activity`)
  await expect(page.getByText('The round of questions is closed')).toBeVisible()
})

test('a day outside two to four weeks is refused where it is opened', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Hurryland')
  const partner = await addPartner(owner, region, 'Brewery Nord')
  await addMember(owner, region, { name: 'Pavel', role: 'partner', partnerId: partner })
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/rounds/new`)
  await page.getByRole('checkbox', { name: 'Brewery Nord' }).check()
  await page.getByLabel('Last day').fill(inDays(5))
  await page.getByRole('button', { name: 'Keep as draft' }).click()
  await page.getByRole('button', { name: 'Open it now' }).click()
  await expect(page.getByText('The last day is not two to four weeks from today.')).toBeVisible()
})
