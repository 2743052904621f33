import type { Locator, Page } from '@playwright/test'
import type pg from 'pg'
import { askMany } from '../support/many-answers'
import { expectAccessible } from './support/look'
import { findLink, openLatestMail } from './support/mail'
import { emailOf, type Who } from './support/people'
import { addMember, addPartner, addRegion } from './support/region'
import { expect, test } from './support/test'

const STATEMENTS = 5

/** A region with an open round that asks Pavel among others; gives him and where he answers. */
async function askPavel(owner: pg.Pool, name: string) {
  const region = await addRegion(owner, name)
  const partnerId = await addPartner(owner, region, 'Brewery Nord')
  const pavel = await addMember(owner, region, { name: 'Pavel', role: 'partner', partnerId })
  const { id, path } = await askMany((text, values) => owner.query(text, values), region, 4)
  await owner.query(
    `insert into round_people (region_id, id, round_id, user_id, partner_id)
      select $1, gen_random_uuid(), $2, id, $3 from users where email = $4`,
    [region.id, id, partnerId, emailOf(pavel)],
  )
  return { pavel, round: id, address: `${path}/answer` }
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, wanted: Locator) {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('The keyboard does not get there.')
}

async function enter(page: Page, name: string) {
  await tabTo(page, page.getByRole('button', { name, exact: true }))
  await page.keyboard.press('Enter')
}

async function choose(page: Page, level: number) {
  await page
    .getByRole('radio')
    .nth(level - 1)
    .check()
}

/** Signs in by a mailed link, from wherever the page sent somebody who is signed out. */
async function signInAgain(page: Page, who: Who) {
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByLabel('Your e-mail address').fill(emailOf(who))
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mailbox.' })).toBeVisible()
  await openLatestMail(page, emailOf(who))
  await page.goto(await findLink(page))
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function sheetsOf(owner: pg.Pool, round: string) {
  const { rows } = await owner.query<{ answers: Record<string, number | null>; comments: object }>(
    'select answers, comments from round_sheets where round_id = $1',
    [round],
  )
  return rows
}

test.use({ viewport: { width: 320, height: 640 } })

test('the whole way goes by keyboard alone, and every screen of it is accessible', async ({
  page,
  as,
  owner,
}) => {
  test.setTimeout(120_000)
  const { pavel, address, round } = await askPavel(owner, 'Keyland')
  await as(pavel)
  await page.goto(address)
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible()
  await expectAccessible(page)
  await enter(page, 'Begin')
  for (let at = 1; at <= STATEMENTS; at += 1) {
    await expect(page.getByText(`Statement ${at} of ${STATEMENTS}`)).toBeVisible()
    await expect(page.getByRole('heading', { level: 2 })).toBeFocused()
    if (at === 1 || at === STATEMENTS) await expectAccessible(page)
    // Into the levels, to the one that fits, and on: Tab, arrows, Tab.
    await tabTo(page, page.getByRole('radio').first())
    await page.keyboard.press('Space')
    for (let down = 1; down < at; down += 1) await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio').nth(at - 1)).toBeChecked()
    await enter(page, 'Next')
  }
  await tabTo(page, page.getByLabel('A comment on this step'))
  await page.keyboard.type('Let us meet by the river.')
  await expectAccessible(page)
  await enter(page, 'Next')
  await expect(page.getByText('You have looked at every statement.')).toBeVisible()
  await expectAccessible(page)
  await enter(page, 'Send my answers')
  await expect(page.getByRole('heading', { name: 'Your answers are in' })).toBeFocused()
  const [sheet] = await sheetsOf(owner, round)
  expect(Object.values(sheet?.answers ?? {}).toSorted()).toEqual([1, 2, 3, 4, 5])
  expect(sheet?.comments).toEqual({ purpose: 'Let us meet by the river.' })
})

test('a reload, a session that is gone and a network that is away lose nothing', async ({
  page,
  as,
  owner,
  context,
}) => {
  test.setTimeout(90_000)
  const { pavel, address, round } = await askPavel(owner, 'Lossland')
  await as(pavel)
  await page.goto(address)
  await page.getByRole('button', { name: 'Begin' }).click()
  for (const level of [4, 2, 5]) {
    await choose(page, level)
    await page.getByRole('button', { name: 'Next' }).click()
  }
  await expect(page.getByText('Statement 4 of 5')).toBeVisible()
  await choose(page, 3)
  await page.reload()
  await expect(page.getByText('Statement 4 of 5')).toBeVisible()
  await expect(page.getByRole('radio').nth(2)).toBeChecked()

  await context.clearCookies()
  await page.reload()
  await signInAgain(page, pavel)
  await expect(page).toHaveURL(address)
  await expect(page.getByText('Statement 4 of 5')).toBeVisible()
  await expect(page.getByRole('radio').nth(2)).toBeChecked()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('radio').nth(4)).toBeChecked()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('radio', { name: 'I cannot judge this' }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('A comment on this step').fill('We lack a map.')
  await page.getByRole('button', { name: 'Next' }).click()

  // First the network is away at sending, then the session.
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(page.getByText(/You are offline/)).toBeVisible()
  await context.setOffline(false)
  expect(await sheetsOf(owner, round)).toEqual([])
  await context.clearCookies()
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await signInAgain(page, pavel)
  await expect(page).toHaveURL(address)
  await expect(page.getByText('You have looked at every statement.')).toBeVisible()
  expect(await sheetsOf(owner, round)).toEqual([])
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(page.getByRole('heading', { name: 'Your answers are in' })).toBeVisible()
  const sheets = await sheetsOf(owner, round)
  expect(sheets).toHaveLength(1)
  const { rows: asked } = await owner.query<{ id: string }>(
    `select id from guide_statements where edition = 1 and step = 'purpose' order by position`,
  )
  expect(asked.map(({ id }) => sheets[0]?.answers[id])).toEqual([4, 2, 5, 3, null])
  expect(sheets[0]?.comments).toEqual({ purpose: 'We lack a map.' })
})

test('a round that closes meanwhile says so and keeps the answers on the device', async ({
  page,
  as,
  owner,
}) => {
  const { pavel, address, round } = await askPavel(owner, 'Lateland')
  await as(pavel)
  await page.goto(address)
  await page.getByRole('button', { name: 'Begin' }).click()
  for (let at = 0; at < STATEMENTS; at += 1) {
    await choose(page, 3)
    await page.getByRole('button', { name: 'Next' }).click()
  }
  await page.getByRole('button', { name: 'Next' }).click()
  await owner.query(`update rounds set state = 'closed', closed_on = current_date where id = $1`, [
    round,
  ])
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(page.getByText('The round was closed meanwhile')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your answers are in' })).toHaveCount(0)
  expect(await sheetsOf(owner, round)).toEqual([])
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('nothing on the way is left in English', async ({ page, as, owner }) => {
    test.setTimeout(90_000)
    const { pavel, address } = await askPavel(owner, 'Sprachland')
    await as(pavel)
    await page.goto(address)
    await expect(page.getByText('Niemand sieht, was Sie geantwortet haben')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await expect(page.getByText('Aussage 1 von 5')).toBeVisible()
    await expect(
      page.getByRole('heading', {
        name: 'Wir können sagen, welche Kompetenzlücke vor Ort wir schließen wollen.',
      }),
    ).toBeVisible()
    await expectAccessible(page)
    for (let at = 0; at < STATEMENTS; at += 1) {
      await choose(page, 4)
      await page.getByRole('button', { name: 'Weiter', exact: true }).click()
    }
    await page.getByLabel('Ein Kommentar zu diesem Schritt').fill('Wir sollten uns öfter sehen.')
    await page.getByRole('button', { name: 'Weiter', exact: true }).click()
    await page.getByRole('button', { name: 'Meine Antworten senden' }).click()
    await expect(
      page.getByRole('heading', { name: 'Ihre Antworten sind angekommen' }),
    ).toBeVisible()
    const text = await page.locator('main').innerText()
    expect(text).not.toMatch(/\b(answers|round|statement|the|your)\b/i)
  })
})
