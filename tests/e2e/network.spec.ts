import type { Page } from '@playwright/test'
import type pg from 'pg'
import { v7 as uuid } from 'uuid'
import { addMember, addPartner, addRegion, type TestRegion } from './support/region'
import { expect, test } from './support/test'

/** Adds a relation that holds, straight into the database, and gives its id. */
async function relate(
  owner: pg.Pool,
  region: TestRegion,
  [from, to]: [string, string],
  [since, endedOn]: [string, string?],
): Promise<string> {
  const id = uuid()
  await owner.query(
    `insert into relations (region_id, id, kind, from_id, to_id, since, ended_on)
     values ($1, $2, 'funds', $3, $4, $5, $6)`,
    [region.id, id, from, to, since, endedOn ?? null],
  )
  return id
}

const card = (page: Page) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: 'Relations' }) })
const onMap = (page: Page) =>
  page
    .locator('[data-network] path[data-relation]')
    .evaluateAll((all) =>
      all.map((line) => `${line.getAttribute('data-relation')} ${line.getAttribute('data-state')}`),
    )

test('a partner adds, corrects and ends what the own organisation is to others', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Networkland')
  const [brewery] = [await addPartner(owner, region, 'Brewery Nord')]
  await addPartner(owner, region, 'City Library')
  const pavel = { name: 'Pavel', role: 'partner', partnerId: brewery } as const
  await as(await addMember(owner, region, pavel))
  await page.goto(`${region.home}/partners/network`)
  await expect(page.getByText('No relation is entered yet.')).toBeVisible()
  await page.getByRole('link', { name: 'Your organisation’s relations' }).click()
  const form = card(page).getByRole('form', { name: 'Add a relation' })
  await form.getByLabel('How they relate').selectOption('is funded by')
  await form.getByLabel('To whom').selectOption('City Library')
  await form.getByRole('button', { name: 'Add it' }).click()
  await expect(card(page).getByRole('listitem')).toContainText('is funded by City Library')
  await card(page).getByText('Correct', { exact: false }).first().click()
  const correct = card(page).getByRole('form', { name: 'Correct: is funded by City Library' })
  await correct.getByLabel('How they relate').selectOption('works with')
  await correct.getByLabel('Since').fill('2026-01-15')
  await correct.getByRole('button', { name: 'Save' }).click()
  await expect(card(page).getByRole('listitem')).toContainText('works with City Library')
  await expect(card(page).getByRole('listitem')).toContainText('15 Jan 2026')
  await page.goto(`${region.home}/partners/network`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'One relation links 2 of 2 organisations.',
  )
  await page.getByRole('link', { name: 'Your organisation’s relations' }).click()
  await card(page).getByText('Correct', { exact: false }).first().click()
  await card(page).getByRole('button', { name: 'It is over' }).click()
  await expect(card(page).getByText('Ended relations (1)')).toBeVisible()
  await page.goto(`${region.home}/activity`)
  await expect(page.getByText('noted that a relation ended')).toBeVisible()
})

test('an observer reads the map and changes nothing', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Readerland')
  const one = await addPartner(owner, region, 'Brewery Nord')
  const other = await addPartner(owner, region, 'City Library')
  await relate(owner, region, [one, other], ['2026-01-10'])
  await as(await addMember(owner, region, { name: 'Olga', role: 'observer' }))
  await page.goto(`${region.home}/partners/${one}`)
  await expect(card(page)).toContainText('funds City Library')
  await expect(card(page).getByRole('button')).toHaveCount(0)
  await page.goto(`${region.home}/partners/network`)
  await expect(page.getByRole('heading', { name: 'Add a relation' })).toHaveCount(0)
})

test('the table holds what the picture holds, on one day and between two', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Compareland')
  const ids: string[] = []
  for (const name of ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'])
    ids.push(await addPartner(owner, region, name))
  const [a = '', b = '', c = '', d = '', e = ''] = ids
  const came = await relate(owner, region, [a, b], ['2026-06-01'])
  const ended = await relate(owner, region, [a, c], ['2026-01-01', '2026-05-01'])
  const stays = await relate(owner, region, [a, d], ['2026-01-01'])
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  const asTable = () =>
    page
      .locator('#relations tbody tr')
      .evaluateAll((all) => all.map((row) => row.getAttribute('data-relation')))
  await page.goto(`${region.home}/partners/network`)
  expect((await onMap(page)).sort()).toEqual([`${came} stays`, `${stays} stays`].sort())
  expect((await asTable()).sort()).toEqual([came, stays].sort())
  const names = await page
    .locator('[data-network] [data-organisation]')
    .evaluateAll((all) => all.map((mark) => mark.getAttribute('data-organisation')))
  const named = await page
    .locator('#relations [data-organisation]')
    .evaluateAll((all) => all.map((mark) => mark.getAttribute('data-organisation')))
  expect([...new Set(named)].sort()).toEqual(names.sort())
  await expect(page.getByText('2 organisations without such a relation')).toBeVisible()
  expect(names).not.toContain(e)

  await page.getByLabel('Compared with').fill('2026-02-01')
  await page.getByLabel('As of').fill('2026-07-01')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/since=2026-02-01/)
  await expect(
    page.getByText('One relation is new, one ended, one stayed.', { exact: true }),
  ).toBeVisible()
  expect((await onMap(page)).sort()).toEqual(
    [`${came} came`, `${ended} ended`, `${stays} stays`].sort(),
  )
  const row = (id: string) => page.locator(`tr[data-relation="${id}"]`)
  await expect(row(came).getByRole('cell').last()).toHaveText('new')
  await expect(row(ended).getByRole('cell').last()).toHaveText('ended')
  await expect(row(stays).getByRole('cell').last()).toHaveText('stayed')
})

test('marks are reached by keyboard and lead to their organisation', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Keyland')
  const one = await addPartner(owner, region, 'Brewery Nord')
  const other = await addPartner(owner, region, 'City Library')
  await relate(owner, region, [one, other], ['2026-01-10'])
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/partners/network`)
  const mark = page.locator('[data-network]').getByRole('link', { name: /Brewery Nord/ })
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await mark.evaluate((element) => element === document.activeElement)) break
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Brewery Nord')
})

test('of more than a hundred and fifty the picture says whom it leaves to the table', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Wideland')
  await owner.query(
    `with p as (insert into partners (region_id, id, name, sector, status)
       select $1, gen_random_uuid(), 'Organisation ' || lpad(n::text, 3, '0'),
         (array['public', 'education_research', 'business', 'creative_civil'])[1 + n % 4], 'engaged'
       from generate_series(1, 180) n returning id, name)
     insert into relations (region_id, id, kind, from_id, to_id, since)
     select $1, gen_random_uuid(), 'funds', a.id, b.id, '2026-01-01' from p a join p b
       on right(b.name, 3)::int in (right(a.name, 3)::int + 1, right(a.name, 3)::int / 2)`,
    [region.id],
  )
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/partners/network`)
  await expect(
    page.getByText(
      'The map shows the 150 best connected organisations. 30 more stand in the table.',
    ),
  ).toBeVisible()
  const marks = page.locator('[data-network] [data-organisation]')
  await expect(marks).toHaveCount(150)
  const places = await marks.evaluateAll((all) =>
    all.map((mark) => {
      const { x, y, width, height } = (
        mark.querySelector('.network-target') ?? mark
      ).getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2, width }
    }),
  )
  expect(Math.min(...places.map(({ width }) => width))).toBeGreaterThanOrEqual(24)
  const near = places.filter((one, index) =>
    places.some((other, at) => at > index && Math.hypot(one.x - other.x, one.y - other.y) < 24),
  )
  expect(near).toEqual([])
  await page.getByRole('link', { name: 'Next', exact: true }).click()
  await expect(page.getByText('Page 2 of')).toBeVisible()
})

test('relations come in on a list of their own', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Listland')
  for (const name of ['Brewery Nord', 'City Library']) await addPartner(owner, region, name)
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/partners/import`)
  const text = 'From,Relation,To,Since\nBrewery Nord,works with,City Library,2026-01-15\n'
  await page
    .getByLabel('The sheet')
    .setInputFiles({ name: 'relations.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Show what would change' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'New: works with' })).toBeVisible()
  await page.getByRole('button', { name: 'Save all of this' }).click()
  await expect(page.getByText('1 row is saved.')).toBeVisible()
  await page.goto(`${region.home}/partners/network`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'One relation links 2 of 2 organisations.',
  )
})
