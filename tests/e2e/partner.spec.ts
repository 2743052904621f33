import { addMember, addPartner, addRegion, tick } from './support/region'
import { expect, test } from './support/test'

test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true })

test('a partner sees on a phone what waits for them, ticks it off, takes it back', async ({
  page,
  as,
  another,
  owner,
}) => {
  const region = await addRegion(owner, 'Phoneland')
  const clara = await another(
    await addMember(owner, region, { name: 'Clara', role: 'coordinator' }),
  )
  await clara.goto(`${region.home}/steps/purpose`)
  await tick(clara, 'Write the skills gap as one question')
  const partnerId = await addPartner(owner, region, 'Brewery Nord')
  await as(await addMember(owner, region, { name: 'Pavel', role: 'partner', partnerId }))
  const task = 'Fill in a How-Might-We canvas together'
  await page.goto('/my')
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: task }) })
  await expect(card.getByText('Phoneland · step 1')).toBeVisible()
  const done = card.getByRole('button', { name: 'Done' })
  const size = await done.boundingBox()
  expect(size?.height).toBeGreaterThanOrEqual(44)
  await done.tap()
  await expect(card).toHaveCount(0)
  const takeBack = page.getByRole('button', { name: /^Undo/ })
  await takeBack.tap()
  await expect(card).toBeVisible()
  await expect(takeBack).toHaveCount(0)
  await done.tap()
  await expect(card).toHaveCount(0)
  await page.goto(`${region.home}/steps/purpose`)
  await expect(page.getByRole('button', { name: `Reopen: ${task}` })).toBeVisible()
})

test('a partner reads what others own and changes nothing of it', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Readland')
  const partnerId = await addPartner(owner, region, 'Brewery Nord')
  await as(await addMember(owner, region, { name: 'Pavel', role: 'partner', partnerId }))
  await page.goto(`${region.home}/steps/purpose`)
  const theirs = 'Write the skills gap as one question'
  await expect(page.getByRole('heading', { name: theirs })).toBeVisible()
  await expect(page.getByRole('button', { name: `Done: ${theirs}` })).toHaveCount(0)
  await expect(page.getByLabel('Who looks after it')).toHaveCount(0)
})
