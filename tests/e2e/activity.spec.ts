import { addMember, addRegion } from './support/region'
import { expect, test } from './support/test'

const FIRST = 'Write the skills gap as one question'
const SECOND = 'Note what the gap rests on'

test('the feed says who did what, what was before, and leads there', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Chronicle')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  await page.getByRole('button', { name: `Done: ${FIRST}` }).click()
  await expect(page.getByRole('button', { name: `Reopen: ${FIRST}` })).toBeVisible()
  await page.getByRole('link', { name: 'Everything that happened in this step' }).click()
  const entry = page.getByRole('listitem').filter({ hasText: `Clara finished “${FIRST}”` })
  await expect(entry).toContainText('Open → Done')
  await entry.getByRole('link').click()
  await expect(page).toHaveURL(/steps\/purpose#purpose\.checklist\./)
  await expect(page.getByRole('heading', { name: FIRST })).toBeInViewport()
})

test('the feed is narrowed by step, topic and person, and says when nothing fits', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Annals')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  for (const item of [FIRST, SECOND]) {
    await page.getByRole('button', { name: `Done: ${item}` }).click()
    await expect(page.getByRole('button', { name: `Reopen: ${item}` })).toBeVisible()
  }
  await page.goto(`${region.home}/activity`)
  await page.getByLabel('About', { exact: true }).selectOption('Checklists')
  await page.getByLabel('By', { exact: true }).selectOption('Clara')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText(`Clara finished “${SECOND}”`)).toBeVisible()
  await page.getByLabel('About', { exact: true }).selectOption('Partners')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('Nothing that fits has happened.')).toBeVisible()
})
