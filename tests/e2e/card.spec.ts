import type { Page } from '@playwright/test'
import type pg from 'pg'
import { makePng } from '../support/files/make'
import { expectAccessible } from './support/look'
import { mailNow } from './support/mail'
import type { Who } from './support/people'
import { addMember, addPartner, addRegion } from './support/region'
import { expect, test } from './support/test'

const item = 'Write the skills gap as one question'
const title = 'Ask five brewers what they lack'

test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true })

/** A task that Clara gives to Pavel's organisation on her page. */
async function giveTask(owner: pg.Pool, another: (who: Who) => Promise<Page>) {
  const region = await addRegion(owner, 'Mailland')
  const partnerId = await addPartner(owner, region, 'Brewery Nord')
  const pavel = await addMember(owner, region, { name: 'Pavel', role: 'partner', partnerId })
  const who = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  const clara = await another(who)
  await clara.goto(`${region.home}/tasks/new`)
  await clara.getByLabel('What to do', { exact: true }).fill(title)
  await clara.getByLabel('When it counts as done').fill('Five answers are written down.')
  await clara.getByLabel('What it serves').selectOption({ label: item })
  await clara.getByLabel('Who does it').selectOption({ label: 'The organisations chosen below' })
  await clara.getByLabel('Brewery Nord').check()
  await clara.getByRole('button', { name: 'Give a task' }).click()
  await expect(clara.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return { region, partnerId, pavel, clara }
}

test('a partner ticks a task off from the mail in two taps, signed out, on a phone', async ({
  page,
  context,
  another,
  owner,
}) => {
  const { region, pavel, clara } = await giveTask(owner, another)
  const link = await mailNow(owner, page, pavel)
  // Scanners look at links before people do: nothing happens by looking.
  for (let look = 0; look < 3; look += 1) await page.request.get(link)
  await page.goto('about:blank')
  expect(await context.cookies()).toEqual([])
  // The first tap is the link in the mail.
  const answer = await page.goto(link)
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer')
  expect(answer?.headers()['x-robots-tag']).toContain('noindex')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('Five answers are written down.')).toBeVisible()
  await expect(page.getByText(`It serves: ${item}`)).toBeVisible()
  await expectAccessible(page)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(320)
  // The second says that it is done.
  const done = page.getByRole('button', { name: /^Done/ })
  expect((await done.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await done.tap()
  await expect(page.getByRole('heading', { level: 1, name: 'Thank you.' })).toBeVisible()
  expect(await context.cookies()).toEqual([])
  await clara.reload()
  await expect(clara.getByText('Waits for a coordinator’s check.')).toBeVisible()
  // All else asks for a real sign-in.
  await page.goto(link)
  await page.getByRole('link', { name: /See the whole task/ }).tap()
  await expect(page).toHaveURL(new RegExp(`/sign-in\\?next=${encodeURIComponent(region.home)}`))
})

test('a note, a page and a photo go with the tick and become evidence once it is accepted', async ({
  page,
  another,
  owner,
}) => {
  const { region, pavel, clara } = await giveTask(owner, another)
  await page.goto(await mailNow(owner, page, pavel))
  await page.getByLabel('What came of it').fill('All five lack people who can write.')
  await page.getByLabel('A photo or file that shows it').setInputFiles({
    ...{ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from(makePng()) },
  })
  await page.getByRole('button', { name: /^Done/ }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'Thank you.' })).toBeVisible()
  await clara.reload()
  await expect(clara.getByRole('link', { name: 'notes.png' })).toBeVisible()
  await clara.getByRole('button', { name: /^Accept/ }).click()
  await expect(clara.getByText('done', { exact: true })).toBeVisible()
  await clara.goto(`${region.home}/steps/purpose/checklist.gap-question-written`)
  const shown = clara.locator('#evidence')
  await expect(shown.getByText(/^Brewery Nord: All five lack/).first()).toBeVisible()
  const [file] = await Promise.all([
    clara.waitForEvent('download'),
    shown.getByRole('link', { name: 'notes.png' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('notes.png')
})

test('a photo that is none is refused in words, and the tick with it', async ({
  page,
  another,
  owner,
}) => {
  const { pavel } = await giveTask(owner, another)
  await page.goto(await mailNow(owner, page, pavel))
  await page.getByLabel('A photo or file that shows it').setInputFiles({
    ...{ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('<script>') },
  })
  await page.getByRole('button', { name: /^Done/ }).tap()
  await expect(
    page.getByText(/This kind of file is not taken|This file is not whole/),
  ).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('the card takes a comment, “later” with a day, and its own end', async ({
  page,
  another,
  owner,
}) => {
  const { pavel, clara } = await giveTask(owner, another)
  const link = await mailNow(owner, page, pavel)
  await page.goto(link)
  await page.getByText('Ask or tell the coordinators something').tap()
  await page.getByLabel('Your words').fill('Do homebrewers count?')
  await page.getByRole('button', { name: 'Send', exact: true }).tap()
  await expect(page.getByText('Your words are with the task.', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await page.getByText('We cannot do it, or not yet').tap()
  await page.getByLabel('We could do it by').fill('2031-05-06')
  await page.getByRole('button', { name: 'Later' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'Thank you.' })).toBeVisible()
  await clara.reload()
  await expect(clara.getByText('Do homebrewers count?')).toBeVisible()
  await expect(clara.getByRole('button', { name: 'Give it until 6 May 2031' })).toBeVisible()
  await expect(clara.getByRole('heading', { name: 'Open by mail' })).toBeVisible()
  await page.goto(link)
  await page.getByText('This link was mailed to Pavel. Not you?').tap()
  await page.getByRole('button', { name: 'End this link' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'The link is ended.' })).toBeVisible()
  const dead = await page.request.get(link)
  const never = await page.request.get(new URL(`/t/${'a'.repeat(43)}`, link).href)
  expect([dead.status(), never.status()]).toEqual([404, 404])
  for (const answer of [dead, never]) {
    expect(await answer.text()).toContain('This link opens nothing any more.')
  }
  await clara.reload()
  await expect(clara.getByRole('heading', { name: 'Open by mail' })).toHaveCount(0)
})

test('a tick without a line is kept on the device, says so, survives, and goes out once', async ({
  page,
  context,
  as,
  another,
  owner,
}) => {
  const { region, pavel, clara } = await giveTask(owner, another)
  await as(pavel)
  await page.goto('/my')
  await context.setOffline(true)
  const card = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title }) })
  await card.getByLabel('What came of it').fill('Written down without a line.')
  await card.getByRole('button', { name: /^Done/ }).tap()
  await expect(card.getByText(/so this is kept on this device/)).toBeVisible()
  const waiting = page.getByRole('region', { name: 'On its way' })
  await expect(waiting).toContainText(title)
  // The line is back only for a page that is opened anew.
  await page.goto('about:blank')
  await context.setOffline(false)
  await page.goto('/my')
  await expect(page.getByRole('heading', { name: title })).toHaveCount(0)
  await expect(waiting).toHaveCount(0)
  await clara.goto(`${region.home}/tasks`)
  await clara.getByRole('link', { name: title }).click()
  await expect(clara.getByText('Written down without a line.').first()).toBeVisible()
  const { rows } = await owner.query(
    `select count(*)::int as ticks from activities where region_id = $1 and kind = 'task.submitted'`,
    [region.id],
  )
  expect(rows).toEqual([{ ticks: 1 }])
})

test('so is the tick of an item, and of a mailed card', async ({
  page,
  context,
  as,
  another,
  owner,
}) => {
  const { region, pavel, clara } = await giveTask(owner, another)
  const link = await mailNow(owner, page, pavel)
  await page.goto(link)
  await context.setOffline(true)
  await page.getByRole('button', { name: /^Done/ }).tap()
  await expect(page.getByRole('region', { name: 'On its way' })).toContainText(title)
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1, name: 'Thank you.' })).toBeVisible()
  await clara.goto(`${region.home}/steps/purpose`)
  await clara.context().setOffline(true)
  await clara.getByRole('button', { name: `Done: ${item}` }).click()
  await expect(clara.getByText(/so this is kept on this device/).first()).toBeVisible()
  await clara.context().setOffline(false)
  await expect(clara.getByRole('button', { name: `Reopen: ${item}` })).toBeVisible()
  await expect(clara.getByRole('region', { name: 'On its way' })).toHaveCount(0)
  await as(pavel)
  await page.goto('/my')
  await expect(page.getByRole('heading', { name: title })).toHaveCount(0)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the card is ticked off, and refuses in words', async ({ page, another, owner }) => {
    const { pavel } = await giveTask(owner, another)
    await page.goto(await mailNow(owner, page, pavel))
    await page.getByLabel('A page that shows it').fill('nonsense')
    await page.getByRole('button', { name: /^Done/ }).click()
    await expect(page.getByText('Please give a web address', { exact: false })).toBeVisible()
    await page.getByLabel('A page that shows it').fill('')
    await page.getByRole('button', { name: /^Done/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Thank you.' })).toBeVisible()
  })
})
