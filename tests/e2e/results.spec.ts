import type { Page } from '@playwright/test'
import type pg from 'pg'
import { askMany, fillSheet, sendSheet } from '../support/many-answers'
import { expectAccessible } from './support/look'
import { emailOf } from './support/people'
import { addMember, addPartner, addRegion } from './support/region'
import { expect, test } from './support/test'

const OTHERS = 11

/** An open round in which all but Pavel have answered; he, Clara, and where it stands. */
async function nearlyAnswered(owner: pg.Pool, name: string, baseURL = '') {
  const region = await addRegion(owner, name)
  const partnerId = await addPartner(owner, region, '=Brewery Nord')
  const pavel = await addMember(owner, region, { name: 'Pavel', role: 'partner', partnerId })
  const clara = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  const round = await askMany((text, values) => owner.query(text, values), region, OTHERS)
  await owner.query(
    `insert into round_people (region_id, id, round_id, user_id, partner_id)
      select $1, gen_random_uuid(), $2, id, $3 from users where email = $4`,
    [region.id, round.id, partnerId, emailOf(pavel)],
  )
  await owner.query('update rounds set asked = asked + 1 where id = $1', [round.id])
  const address = `${baseURL}${round.path}/answer`
  for (const [at, cookie] of round.cookies.entries()) {
    await sendSheet(address, cookie, await fillSheet(address, cookie, at))
  }
  return { region, pavel, clara, page: round.path }
}

async function answer(page: Page, address: string, levels: number[]) {
  await page.goto(address)
  await page.getByRole('button', { name: 'Begin' }).click()
  for (const level of levels) {
    await page
      .getByRole('radio')
      .nth(level - 1)
      .check()
    await page.getByRole('button', { name: 'Next' }).click()
  }
  await page.getByLabel('A comment on this step').fill('=HYPERLINK("https://bad.example")')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(page.getByRole('heading', { name: 'Your answers are in' })).toBeVisible()
}

async function close(page: Page, address: string) {
  await page.goto(address)
  await page.getByText('Close it now').click()
  await page.getByRole('button', { name: 'Close for good' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What partners said')
}

test('every result leads to a task, a talk or a comment in one click', async ({
  page,
  as,
  owner,
  baseURL,
}) => {
  test.setTimeout(90_000)
  const found = await nearlyAnswered(owner, 'Talkworth', baseURL)
  await as(found.clara)
  await close(page, found.page)
  await expectAccessible(page)
  await expect(page.getByText('11 of 12 people answered, 92 %')).toBeVisible()
  const heading = page.getByRole('heading', { name: 'Worth a talk' })
  const point = page
    .locator('.card', { has: heading })
    .getByRole('listitem')
    .filter({ has: page.getByRole('form') })
    .first()

  await point.getByRole('button', { name: 'Make it a task' }).click()
  await expect(point.getByText(/Clara made a task of it on/)).toBeVisible()
  await point.getByRole('button', { name: 'We talked about it' }).click()
  await expect(point.getByText(/Clara on .*: talked about/)).toBeVisible()
  await point.getByText('Add a note or a comment').click()
  await point.getByLabel('Your words').fill('The mill and the school see it the other way round.')
  await point.getByRole('button', { name: 'Add as a comment' }).click()
  await expect(point.getByText(/Clara commented on/)).toBeVisible()
  await expect(point.getByText('The mill and the school see it')).toBeVisible()
  await expectAccessible(page)

  await point.getByRole('link').first().click()
  await expect(page).toHaveURL(/\/tasks\/[0-9a-f-]{36}$/)
  await page.goBack()
  await point.getByRole('button', { name: 'Take back' }).last().click()
  await expect(point.getByText(/Clara commented on/)).toHaveCount(0)
})

test('what is taken along opens as a table and holds neither formula nor comment', async ({
  page,
  as,
  another,
  owner,
  baseURL,
}) => {
  test.setTimeout(90_000)
  const found = await nearlyAnswered(owner, 'Fileland', baseURL)
  await answer(await another(found.pavel), `${found.page}/answer`, [1, 2, 3, 4, 5])
  await as(found.clara)
  await close(page, found.page)
  await expect(page.getByText('12 of 12 people answered, 100 %')).toBeVisible()
  await page.getByText('One comment').click()
  await expect(page.getByText('=HYPERLINK("https://bad.example")')).toBeVisible()
  const csv = await page.request.get(`${found.page}/export?format=csv`)
  expect(csv.headers()['content-disposition']).toMatch(/attachment.*what-partners-said.*\.csv/)
  const text = await csv.text()
  expect(text).not.toContain('bad.example')
  expect(text).not.toContain('Brewery')
  const lines = text.trim().split(/\r?\n/)
  // Its header, the step, and the five statements of it.
  expect(lines).toHaveLength(7)
  expect(lines[1]).toMatch(/^"?1\. /)
  for (const cell of lines.flatMap((line) => line.split(','))) {
    expect(cell).not.toMatch(/^"?[=+@\t-]/)
  }
  const xlsx = await page.request.get(`${found.page}/export?format=xlsx`)
  expect((await xlsx.body()).subarray(0, 2).toString()).toBe('PK')
})

test('one’s own answers stand beside the group’s on the own device alone', async ({
  page,
  as,
  another,
  owner,
  baseURL,
}) => {
  test.setTimeout(90_000)
  const found = await nearlyAnswered(owner, 'Ownland', baseURL)
  await as(found.pavel)
  await answer(page, `${found.page}/answer`, [1, 2, 3, 4, 5])
  const clara = await another(found.clara)
  await close(clara, found.page)
  await expect(clara.getByText('Your own answers beside the group’s')).toHaveCount(0)

  await page.goto(found.page)
  await page.locator('summary').filter({ hasText: 'Your own answers beside' }).click()
  const own = page.getByRole('table', { name: 'Your own answers beside the group’s' })
  await expect(own.getByRole('row')).toHaveCount(6)
  await expect(own.getByRole('row').nth(1).getByRole('cell').first()).toHaveText('1')
  await expect(own.getByRole('row').nth(5).getByRole('cell').first()).toHaveText('5')
  await expectAccessible(page)

  const tablet = await another(found.pavel)
  await tablet.goto(found.page)
  await expect(tablet.getByRole('heading', { name: 'Levels of the steps' })).toBeVisible()
  await expect(tablet.getByText('Your own answers beside the group’s')).toHaveCount(0)
})

test('the printed page holds the results, and nothing to press', async ({
  page,
  as,
  owner,
  baseURL,
}) => {
  test.setTimeout(90_000)
  const found = await nearlyAnswered(owner, 'Printland', baseURL)
  await as(found.clara)
  await close(page, found.page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: 'Worth a talk' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Levels of the steps' })).toBeVisible()
  for (const role of ['button', 'textbox', 'checkbox'] as const) {
    await expect(page.getByRole(role), role).toHaveCount(0)
  }
  await expect(page.locator('summary:visible')).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('results are read in German', async ({ page, as, owner, baseURL }) => {
    test.setTimeout(90_000)
    const found = await nearlyAnswered(owner, 'Ergebnisland', baseURL)
    await as(found.clara)
    await page.goto(found.page)
    await page
      .locator('summary')
      .filter({ hasText: /schließen/ })
      .click()
    await page.getByRole('button', { name: /schließen/ }).click()
    await expect(page.getByRole('table')).toBeVisible()
    const text = await page.locator('main').innerText()
    expect(text).not.toMatch(/\b(answers|round|statement|talked|your|level)\b/i)
  })
})
