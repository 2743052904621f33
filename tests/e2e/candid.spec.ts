import type { Locator, Page } from '@playwright/test'
import type pg from 'pg'
import { v7 as uuid } from 'uuid'
import type { Who } from './support/people'
import { addMember, addPartner, addRegion, type TestRegion } from './support/region'
import { expect, test } from './support/test'

async function tabTo(page: Page, wanted: Locator) {
  await expect(wanted).toBeAttached()
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('Tab never reaches it.')
}

const rowOf = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
const dotOf = (page: Page, name: string) =>
  page.locator('[data-matrix]').getByRole('link', { name: new RegExp(name) })

/** A region with some organisations, seen by its coordinator. */
async function openPriorities(
  { page, as, owner }: { page: Page; as: (who: Who) => Promise<void>; owner: pg.Pool },
  names: string[],
): Promise<TestRegion> {
  const region = await addRegion(owner, 'Candidland')
  for (const name of names) await addPartner(owner, region, name)
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/partners/priorities`)
  return region
}

test('an organisation is placed by keyboard alone', async ({ page, as, owner }) => {
  await openPriorities({ page, as, owner }, ['Brewery Nord', 'City Library'])
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No organisation is placed yet.')
  const dot = dotOf(page, 'Brewery Nord')
  await tabTo(page, dot)
  // It begins in the middle; from there two steps up and one to the left.
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key)
  await expect(page.getByText('Brewery Nord: influence 5, interest 2').first()).toBeVisible()
  await expect(dot).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 'Brewery Nord').getByRole('cell', { name: '5' })).toBeVisible()
  await expect(rowOf(page, 'Brewery Nord')).toContainText('Keep on board')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 of 2 organisations is')
  await expect(dotOf(page, 'Brewery Nord')).toHaveAccessibleName(/influence 5, interest 2/)
})

test('what is let go by Escape changes nothing', async ({ page, as, owner }) => {
  await openPriorities({ page, as, owner }, ['Brewery Nord'])
  await tabTo(page, dotOf(page, 'Brewery Nord'))
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('button', { name: 'Save my view' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Save my view' })).toBeHidden()
  await page.reload()
  await expect(rowOf(page, 'Brewery Nord')).toContainText('Not placed yet')
})

test('an organisation is placed by dragging, and a reason goes along', async ({
  page,
  as,
  owner,
}) => {
  await openPriorities({ page, as, owner }, ['Brewery Nord'])
  const picture = page.locator('[data-matrix]')
  await dotOf(page, 'Brewery Nord').scrollIntoViewIfNeeded()
  const from = await dotOf(page, 'Brewery Nord').boundingBox()
  const scale = await picture.evaluate((svg: SVGSVGElement) => {
    const place = new DOMPoint(600, 320).matrixTransform(svg.getScreenCTM() ?? undefined)
    return { x: place.x, y: place.y }
  })
  await page.mouse.move((from?.x ?? 0) + 10, (from?.y ?? 0) + 10)
  await page.mouse.down()
  await page.mouse.move(scale.x - 40, scale.y, { steps: 4 })
  await page.mouse.move(scale.x, scale.y, { steps: 2 })
  await page.mouse.up()
  await expect(page.getByText('Brewery Nord: influence 3, interest 5').first()).toBeVisible()
  await page.getByLabel('Why, in one line').fill('They hire our graduates.')
  await page.getByRole('button', { name: 'Save my view' }).click()
  await expect(rowOf(page, 'Brewery Nord')).toContainText('On the line')
  await dotOf(page, 'Brewery Nord').click()
  await expect(page.getByRole('heading', { name: 'Brewery Nord' })).toBeVisible()
  await expect(page.getByText('They hire our graduates.').first()).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('two views place an organisation, and it joins the first circle', async ({
    page,
    as,
    owner,
  }) => {
    await openPriorities({ page, as, owner }, ['Brewery Nord', 'City Library'])
    await rowOf(page, 'Brewery Nord').getByRole('link').click()
    await page.getByLabel('Influence').selectOption('5')
    await page.getByLabel('Interest').selectOption('4')
    await page.getByRole('button', { name: 'Save this view' }).click()
    await expect(page.getByText('Influence 5, interest 4').first()).toBeVisible()
    await page.getByLabel('Influence').selectOption('2')
    await page.getByLabel('Interest').selectOption('4')
    await page.getByLabel('On behalf of').fill('Jana Malá')
    await page.getByRole('button', { name: 'Save this view' }).click()
    await expect(page.getByRole('heading', { name: '2 views' })).toBeVisible()
    await page.getByLabel('Belongs to the first circle').check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByLabel('Why it does, in one line')).toHaveAccessibleDescription(/why/)
    await page.getByLabel('Why it does, in one line').fill('They open doors.')
    await page.getByLabel('Next action').fill('Visit the hall')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('link', { name: 'Priorities' }).first().click()
    await expect(rowOf(page, 'Brewery Nord')).toContainText('3.5 (2 to 5)')
    await expect(rowOf(page, 'Brewery Nord')).toContainText('First circle')
  })

  test('a talk is noted, and the next contact', async ({ page, as, owner }) => {
    const region = await openPriorities({ page, as, owner }, ['Brewery Nord'])
    await page.goto(`${region.home}/partners/engagement`)
    await rowOf(page, 'Brewery Nord').getByRole('link').click()
    await page.getByLabel('What you heard').fill('They need rooms in autumn.')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await expect(page.getByText('They need rooms in autumn.')).toBeVisible()
    await page.getByLabel('By when').fill('2031-05-14')
    await page.getByLabel('Who gets in touch').fill('Clara')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.goto(`${region.home}/partners/engagement`)
    await expect(rowOf(page, 'Brewery Nord')).toContainText('14 May 2031 · Clara')
    await page.goto(`${page.url()}?show=untalked`)
    await expect(page.getByText('No organisation fits.')).toBeVisible()
  })
})

test('a hundred organisations stay apart in the picture', async ({ page, as, owner }) => {
  const region = await openPriorities({ page, as, owner }, [])
  await owner.query(
    `insert into partners (region_id, id, name, sector, status)
     select $1, gen_random_uuid(), 'Organisation ' || lpad(n::text, 3, '0'), 'business', 'engaged'
     from generate_series(1, 110) n`,
    [region.id],
  )
  await owner.query(
    `insert into partner_ratings (region_id, id, partner_id, rater, together, influence, interest)
     select region_id, gen_random_uuid(), id, $2, true, 1 + right(name, 1)::int / 2,
       1 + (right(name, 2)::int / 10) % 5 from partners where region_id = $1 and name < 'Organisation 101'`,
    [region.id, uuid()],
  )
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('100 of 110')
  const dots = page.locator('[data-matrix] a')
  await expect(dots).toHaveCount(110)
  const boxes = await dots.evaluateAll((all) =>
    all.map((dot) => {
      const { x, y, width } = dot.getBoundingClientRect()
      return { x, y, width }
    }),
  )
  const close = boxes.filter((one, index) =>
    boxes.some((other, at) => at > index && Math.hypot(one.x - other.x, one.y - other.y) < 24),
  )
  expect(close).toEqual([])
  expect(Math.min(...boxes.map(({ width }) => width))).toBeGreaterThanOrEqual(24)
})

for (const place of ['priorities', 'engagement', 'sheet'] as const) {
  test(`what is candid of one organisation has no barrier: ${place}`, async ({
    page,
    as,
    owner,
  }) => {
    const region = await openPriorities({ page, as, owner }, ['Brewery Nord'])
    const [partner] = (
      await owner.query<{ id: string }>('select id from partners where region_id = $1', [region.id])
    ).rows
    await owner.query(
      `insert into partner_talks (region_id, id, partner_id, kind, held_on, people, words)
       values ($1, $2, $3, 'talk', '2026-01-15', 'Clara and Jana', 'They need rooms.')`,
      [region.id, uuid(), partner?.id],
    )
    const path = place === 'sheet' ? `engagement/${partner?.id}/sheet` : `${place}/${partner?.id}`
    await page.goto(`${region.home}/partners/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Brewery Nord')
    if (place === 'sheet') await expect(page.getByText('They need rooms.')).toHaveCount(0)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('main details'))
        details.setAttribute('open', '')
    })
  })
}

test('nobody but the coordinator finds the way there', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Candidland')
  const partnerId = await addPartner(owner, region, 'Brewery Nord')
  const pavel = await addMember(owner, region, { name: 'Pavel', role: 'partner', partnerId })
  for (const who of [pavel, 'staff', 'admin'] as const) {
    await as(who)
    for (const place of ['priorities', 'engagement', `engagement/${partnerId}/sheet`]) {
      const answer = await page.goto(`${region.home}/partners/${place}`)
      expect(answer?.status()).toBe(404)
    }
    await page.goto(`${region.home}/partners`)
    await expect(page.getByRole('link', { name: 'Priorities' })).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Engagement' })).toHaveCount(0)
  }
})
