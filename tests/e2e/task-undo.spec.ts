import type { Page } from '@playwright/test'
import type pg from 'pg'
import { makePng } from '../support/files/make'
import { mailNow } from './support/mail'
import { addMember, addPartner, addRegion } from './support/region'
import { expect, test } from './support/test'

const title = 'Ask five brewers what they lack'

test.use({ viewport: { width: 320, height: 640 } })

/** A task of Brewery Nord's, with Pavel who is asked and Clara who asks. */
async function addTask(owner: pg.Pool, name: string) {
  const region = await addRegion(owner, name)
  const partnerId = await addPartner(owner, region, 'Brewery Nord')
  const task = crypto.randomUUID()
  await owner.query(
    `with task as (insert into tasks (region_id, id, title, for_kind, due_on)
        values ($1, $2, $3, 'partners', '2031-02-03') returning region_id, id)
      insert into task_partners (region_id, task_id, partner_id) select region_id, id, $4 from task`,
    [region.id, task, title, partnerId],
  )
  const pavel = await addMember(owner, region, { name: 'Pavel', role: 'partner', partnerId })
  const clara = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  return { region, task, pavel, clara }
}

function cardOf(page: Page) {
  const heading = page.getByRole('heading', { name: title })
  const card = page.getByRole('listitem').filter({ has: heading })
  return { card, done: card.getByRole('button', { name: /^Done/ }) }
}

const undoOf = (page: Page) => page.getByRole('button', { name: /^Undo ?: Ask five/ })

test('a tick of a task is taken back by mouse and by keyboard, where one’s work is', async ({
  page,
  as,
  owner,
}) => {
  const { pavel } = await addTask(owner, 'Undoland')
  await as(pavel)
  await page.goto('/my')
  const { card, done } = cardOf(page)
  await done.click()
  await expect(card).toHaveCount(0)
  await undoOf(page).click()
  await expect(card).toBeVisible()
  await expect(undoOf(page)).toHaveCount(0)
  await card.getByLabel('What came of it').fill('Five answers.')
  await done.press('Enter')
  await expect(card).toHaveCount(0)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(320)
  await undoOf(page).press('Enter')
  await expect(card).toBeVisible()
})

test('it is refused kindly once a coordinator has gone on with it', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, task, pavel, clara: who } = await addTask(owner, 'Lateland')
  await as(pavel)
  await page.goto(`${region.home}/tasks/${task}`)
  await page.getByRole('button', { name: /^Done/ }).click()
  await expect(undoOf(page)).toBeVisible()
  await page.route('**/api/live/**', (route) => route.abort())
  const clara = await another(who)
  await clara.goto(`${region.home}/tasks/${task}`)
  await clara.getByRole('button', { name: /^Accept/ }).click()
  await expect(undoOf(clara)).toBeVisible()
  await undoOf(page).click()
  await expect(page.getByText(/changed since/)).toBeVisible()
})

test('several tasks are taken back as one', async ({ page, as, owner }) => {
  const { region, clara } = await addTask(owner, 'Bulkland')
  await as(clara)
  await page.goto(`${region.home}/tasks`)
  const row = page.getByRole('link', { name: title })
  await page.getByRole('checkbox', { name: title }).check()
  await page.getByRole('button', { name: 'Set aside', exact: true }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: /^Undo all of it/ }).click()
  await expect(row).toBeVisible()
})

test('a coordinator gives a page and a file along, a partner reads them, and they go again', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, task, pavel, clara: who } = await addTask(owner, 'Shelfland')
  const clara = await another(who)
  await clara.goto(`${region.home}/tasks/${task}`)
  await clara.getByText('Add a page').click()
  await clara.getByLabel('What is to be found there').fill('The strategy')
  await clara.getByLabel('Web address').fill('city.example/strategy')
  await clara.getByRole('button', { name: 'Add it' }).click()
  await expect(clara.getByRole('link', { name: 'The strategy' })).toBeVisible()
  await clara.getByText('Add a file').click()
  const buffer = Buffer.from(await makePng())
  const file = { name: 'plan.png', mimeType: 'image/png', buffer }
  await clara.getByLabel('File', { exact: true }).setInputFiles(file)
  await clara.getByRole('button', { name: 'Add it' }).first().click()
  await expect(clara.getByRole('link', { name: 'plan.png' })).toBeVisible()
  await as(pavel)
  await page.goto(`${region.home}/tasks/${task}`)
  await expect(page.getByRole('link', { name: 'The strategy' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'plan.png' }).click()
  expect((await download).suggestedFilename()).toBe('plan.png')
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0)
  await clara.getByRole('button', { name: /^Remove ?: plan.png/ }).click()
  await expect(clara.getByRole('link', { name: 'plan.png' })).toHaveCount(0)
  await expect(clara.getByText(/Clara took something off the task/)).toBeVisible()
})

test('what was typed on a mailed card survives a reload', async ({ page, another, owner }) => {
  const { region, pavel, clara: who } = await addTask(owner, 'Cardland')
  const clara = await another(who)
  await clara.goto(`${region.home}/tasks/new`)
  await clara.getByLabel('What to do', { exact: true }).fill('Count the hops')
  await clara.getByLabel('Who does it').selectOption({ label: 'The organisations chosen below' })
  await clara.getByLabel('Brewery Nord').check()
  await clara.getByRole('button', { name: 'Give a task' }).click()
  await expect(clara.getByRole('heading', { level: 1, name: 'Count the hops' })).toBeVisible()
  const link = await mailNow(owner, page, pavel)
  await page.goto(link)
  await page.getByLabel('What came of it').fill('Nine hundred.')
  await page.reload()
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(page.getByLabel('What came of it')).toHaveValue('Nine hundred.')
  await page.getByRole('button', { name: /^Done/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Thank you.' })).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a tick of a task is taken back all the same', async ({ page, as, owner }) => {
    const { pavel } = await addTask(owner, 'Slowland')
    await as(pavel)
    await page.goto('/my')
    const { card, done } = cardOf(page)
    await done.click()
    await expect(card).toHaveCount(0)
    await undoOf(page).click()
    await expect(card).toBeVisible()
  })
})
