import { addMember, addPartner, addRegion, tick } from './support/region'
import { expect, test } from './support/test'

const FIRST = 'Write the skills gap as one question'

test('a coordinator ticks an item, and it is kept', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Tickland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  await tick(page, FIRST)
  await page.reload()
  await expect(page.getByRole('button', { name: `Reopen: ${FIRST}` })).toBeVisible()
  await expect(page.getByText(`Clara finished “${FIRST}”`)).toBeVisible()
})

test('a coordinator plans an item for a partner by a day', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Planland')
  await addPartner(owner, region, 'Brewery Nord')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: FIRST }) })
  await item.getByText('Plan and more').click()
  await item.getByLabel('Who looks after it').selectOption('Brewery Nord')
  await item.getByLabel('Wanted by').fill('2031-05-14')
  await item.getByLabel('Note').fill('They have the numbers.')
  await item.getByRole('button', { name: 'Save' }).click()
  await expect(item.getByText('Plan saved.')).toBeVisible()
  await expect(item.getByText('due 14 May 2031')).toBeVisible()
  await expect(item.getByText('They have the numbers.').first()).toBeVisible()
})

test('an impatient thumb has one effect', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Thumbland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  await page.getByRole('button', { name: `Done: ${FIRST}` }).dblclick()
  await expect(
    page.getByText('Done. The step moved on.').or(page.getByText('Saved.')),
  ).toBeVisible()
  const { rows } = await owner.query(
    "select kind from activities where region_id = $1 and kind like 'tick%'",
    [region.id],
  )
  expect(rows).toEqual([{ kind: 'tick.changed' }])
})

for (const who of ['observer', 'staff'] as const) {
  test(`${who} reads a step and finds nothing to change`, async ({ page, as }) => {
    await as(who)
    await page.goto('/regions/dolni-kraj/steps/purpose')
    const main = page.getByRole('main')
    await expect(main.getByRole('heading', { name: FIRST })).toBeVisible()
    // Following is everybody's own matter.
    await expect(main.getByRole('button')).toHaveText(['Follow this step'])
    await expect(main.getByRole('textbox')).toHaveCount(0)
  })
}

test('a region of others answers like one that does not exist', async ({ page, as, owner }) => {
  const [own, foreign] = [await addRegion(owner, 'Ownland'), await addRegion(owner, 'Farland')]
  await as(await addMember(owner, own, { name: 'Clara', role: 'coordinator' }))
  const answers: string[] = []
  for (const slug of [foreign.slug, 'no-such-region-at-all']) {
    const answer = await page.goto(`/regions/${slug}/steps/purpose`)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'This page is not here.' })).toBeVisible()
    answers.push(await page.getByRole('main').innerHTML())
    await expect(page.getByText('Farland')).toHaveCount(0)
  }
  expect(answers[0]).toBe(answers[1])
})

test('Enter in a milestone’s day keeps the plan and reaches nothing', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Enterland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  await page.getByText('Plan or mark as reached').first().click()
  const day = page.getByLabel('Planned for').first()
  await day.fill('2027-05-01')
  await day.press('Enter')
  await expect(page.getByText('1 May 2027').first()).toBeVisible()
  await expect(page.getByText('Milestone reached.')).toHaveCount(0)
})
