import type pg from 'pg'
import { addMember, addRegion, tick, type TestRegion } from './support/region'
import { expect, test } from './support/test'

const FIRST = 'Write the skills gap as one question'

/** Lets what has happened in a region so far have happened ten days earlier. */
async function ageHistory(owner: pg.Pool, region: TestRegion) {
  await owner.query(`update activities set at = at - interval '10 days' where region_id = $1`, [
    region.id,
  ])
}

const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

test('a past day is shown as it was, with nothing to change and a way back', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Pastland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  const step = `${region.home}/steps/purpose`
  await page.goto(step)
  await page.getByRole('button', { name: `Done: ${FIRST}` }).waitFor()
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: FIRST }) })
  await item.getByText('Plan and more').click()
  await item.getByRole('button', { name: 'We have started' }).click()
  await expect(item.getByText('Started', { exact: true })).toBeVisible()
  await ageHistory(owner, region)
  await page.goto(step)
  await tick(page, FIRST)

  await page.goto(step)
  await page.getByText('See how it was on an earlier day').click()
  await page.getByLabel('Day').fill(daysAgo(5))
  await page.getByRole('button', { name: 'Show this day' }).click()
  await expect(page.getByRole('complementary', { name: 'Looking back' })).toContainText(
    'As it was on',
  )
  const main = page.getByRole('main')
  await expect(main.getByText('Started', { exact: true })).toBeVisible()
  await expect(main.getByRole('button', { name: /Done|Reopen|Save/ })).toHaveCount(0)

  await page.goto(`${region.home}?on=${daysAgo(5)}`)
  await expect(page.getByText('As it was on')).toBeVisible()
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page).toHaveURL(region.home)
  await expect(page.getByText('As it was on')).toHaveCount(0)
})

test('a day that the region has not lived is said to be one', async ({ page, as }) => {
  await as('observer')
  await page.goto('/regions/dolni-kraj?on=1999-01-01')
  await expect(page.getByText('There is nothing to look back at on that day.')).toBeVisible()
  await page.goto('/regions/dolni-kraj?on=nonsense')
  await expect(page.getByText('There is nothing to look back at')).toHaveCount(0)
})

test('a region of the sample programme can be walked through its past', async ({ page, as }) => {
  await as('observer')
  await page.goto(`/regions/dolni-kraj?on=${daysAgo(30)}`)
  const banner = page.getByRole('complementary', { name: 'Looking back' })
  const first = await banner.getByText('As it was on').textContent()
  await banner.getByRole('link', { name: 'Change before' }).click()
  await expect(banner.getByText('As it was on')).not.toHaveText(first ?? '')
  await page
    .getByRole('link', { name: /^Step 1, / })
    .first()
    .click()
  await expect(page).toHaveURL(/steps\/purpose\?on=/)
  await expect(banner).toBeVisible()
})

test('a coordinator plans a step and takes over the days of the guidebook', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Targetland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/timeline`)
  await expect(page.getByRole('heading', { name: 'No step has a target date yet.' })).toBeVisible()
  await page
    .locator('summary', { hasText: '1 Identify purpose' })
    .or(page.locator('main summary', { hasText: /^1 / }))
    .first()
    .click()
  await page.getByLabel('Planned start').first().fill('2031-03-03')
  await page.getByLabel('To be reached by').first().fill('2031-02-01')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByText('The end lies before the beginning.')).toBeVisible()
  await page.getByLabel('To be reached by').first().fill('2031-05-14')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(
    page.getByRole('heading', { name: 'Next target: step 1 by 14 May 2031.' }),
  ).toBeVisible()
  await expect(page.getByText('week 2 → 17 Mar 2031')).toBeVisible()
  await page.getByRole('button', { name: /^Take these/ }).click()
  await expect(page.getByText('week 2 → 17 Mar 2031')).toHaveCount(0)
  await page.goto(`${region.home}/steps/purpose`)
  await expect(page.getByText('due 17 Mar 2031')).toBeVisible()
})

test('a calendar reads the dates until its address is ended', async ({ page, as, request }) => {
  await as('partner')
  await page.goto('/regions/dolni-kraj/timeline')
  await page.getByRole('button', { name: 'Make an address' }).click()
  const field = page.getByLabel('Your private address')
  await expect(field).toHaveValue(/\/api\/calendar\/[\w-]{43}\.ics$/)
  const address = await field.inputValue()
  const answer = await request.get(address)
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  expect(await answer.text()).toContain('BEGIN:VEVENT')
  await page
    .getByRole('button', { name: /^End this address/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: /^End this address/ })).toHaveCount(0)
  expect((await request.get(address)).status()).toBe(404)
})

test("somebody's calendar reads their own days of every region until its address is ended", async ({
  page,
  as,
  owner,
  request,
}) => {
  const regions = [await addRegion(owner, 'Ownland'), await addRegion(owner, 'Otherland')] as const
  const clara = await addMember(owner, regions[0], { name: 'Clara', role: 'coordinator' })
  await owner.query(
    `insert into members (region_id, id, user_id, role)
      select $1, gen_random_uuid(), m.user_id, 'coordinator' from members m where m.region_id = $2`,
    [regions[1].id, regions[0].id],
  )
  for (const { id, name } of regions) {
    await owner.query(
      `insert into tasks (region_id, id, title, for_kind, due_on)
        values ($1, gen_random_uuid(), $2, 'coordinator', '2031-05-06')`,
      [id, `Call in ${name}`],
    )
  }
  await as(clara)
  await page.goto('/profile')
  await page.getByRole('link', { name: 'My due dates in my own calendar' }).click()
  await page.getByRole('button', { name: 'Make an address' }).click()
  const address = await page.getByLabel('Your private address').inputValue()
  const text = await (await request.get(address)).text()
  for (const { name } of regions) expect(text).toContain(`SUMMARY:Due: Call in ${name}`)
  await expect(page.getByText(/UTC/).first()).toBeVisible()
  await page.getByRole('button', { name: /^End this address/ }).click()
  await expect(page.getByRole('button', { name: /^End this address/ })).toHaveCount(0)
  expect((await request.get(address)).status()).toBe(404)
})

for (const width of [320, 1440]) {
  test(`the timeline fits a screen ${width} px wide`, async ({ page, as }) => {
    await page.setViewportSize({ width, height: 900 })
    await as('coordinator')
    await page.goto('/regions/dolni-kraj/timeline')
    await page.getByText('Show as a table').click()
    await expect(page.getByRole('table', { name: 'Planned and actual days' })).toBeVisible()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
  })
}
