import type { Page } from '@playwright/test'
import type pg from 'pg'
import {
  addMember,
  addPartner,
  addRegion,
  findStepContent,
  type TestRegion,
  tick,
} from './support/region'
import { expect, test } from './support/test'

const ENTRY = '/steps/purpose/checklist.gap-question-written'
const FIRST = 'Write the skills gap as one question'

async function write(page: Page, text: string, { asks = false, tell = '' } = {}) {
  const card = page.locator('#comments')
  await card.getByLabel('Your comment').last().fill(text)
  if (asks) await card.getByLabel('This is a question that waits for an answer').last().check()
  if (tell) {
    await card.locator('summary', { hasText: 'Tell these people' }).click()
    await card.getByRole('checkbox', { name: tell }).check()
  }
  await card.getByRole('button', { name: 'Add the comment' }).click()
  await expect(card.getByRole('listitem').filter({ hasText: text })).toBeVisible()
}

async function addPeople(owner: pg.Pool, region: TestRegion) {
  const partnerId = await addPartner(owner, region, 'Brewery Nord')
  return {
    clara: await addMember(owner, region, { name: 'Clara', role: 'coordinator' }),
    pavel: await addMember(owner, region, { name: 'Pavel', role: 'partner', partnerId }),
  }
}

test('a question reaches the person it names, and their words answer it', async ({
  page,
  as,
  another,
  owner,
}) => {
  const region = await addRegion(owner, 'Talkland')
  const { clara, pavel } = await addPeople(owner, region)
  await as(clara)
  await page.goto(region.home + ENTRY)
  await write(page, 'Who has the numbers?', { asks: true, tell: 'Pavel' })
  await expect(page.getByText('Question: waits for an answer')).toBeVisible()
  await expect(page.getByText(`Clara asked about “${FIRST}”`)).toBeVisible()

  const his = await another(pavel)
  await his.goto('/my')
  await his.getByRole('link', { name: `Clara asks you about “${FIRST}”` }).click()
  await expect(his).toHaveURL(/#comment-[0-9a-f-]{36}$/)
  await write(his, 'We have them at https://example.eu/figures.')
  await expect(his.getByText('Question: answered')).toBeVisible()
  const link = his.getByRole('link', { name: 'https://example.eu/figures' })
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow ugc')

  await his.goto('/my')
  await expect(his.getByText('Clara asks you')).toHaveCount(0)

  await page.goto(region.home + ENTRY)
  await expect(page.getByText('Question: answered')).toBeVisible()
})

test('words are words, and what is removed leaves its place', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Wordland')
  const { clara } = await addPeople(owner, region)
  await as(clara)
  await page.goto(region.home + ENTRY)
  await write(page, '<img src=x onerror="alert(1)"> and javascript:alert(2)')
  const comment = page.locator('#comments').getByRole('listitem').first()
  await expect(comment.locator('img, a')).toHaveCount(0)
  await comment.getByText('Correct or remove').click()
  await comment.getByLabel('Your comment').fill('Corrected words')
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(comment.locator('.comment-text')).toHaveText('Corrected words')
  await comment.getByRole('button', { name: 'Remove the comment' }).click()
  await expect(page.getByText('This comment was removed.')).toBeVisible()
  await expect(page.getByText('Corrected words')).toHaveCount(0)
})

test('an empty comment is refused and the people chosen stay chosen', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Emptyland')
  const { clara } = await addPeople(owner, region)
  await as(clara)
  await page.goto(region.home + ENTRY)
  await page.locator('summary', { hasText: 'Tell these people' }).click()
  await page.getByRole('checkbox', { name: 'Pavel' }).check()
  await page.getByRole('button', { name: 'Add the comment' }).click()
  await expect(page.getByText('Please fill this in.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Pavel' })).toBeChecked()
})

test('an observer reads the conversation and has nothing to write in', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Readland')
  await as(await addMember(owner, region, { name: 'Olga', role: 'observer' }))
  await page.goto(region.home + ENTRY)
  await expect(page.getByText('Nobody has written here yet.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
})

test('who follows a step finds there what others did', async ({ page, as, another, owner }) => {
  const region = await addRegion(owner, 'Followland')
  const { clara, pavel } = await addPeople(owner, region)
  await as(pavel)
  await page.goto(`${region.home}/steps/purpose`)
  await page.getByRole('button', { name: 'Follow this step' }).click()
  await expect(page.getByRole('button', { name: 'Stop following this step' })).toBeVisible()
  const hers = await another(clara)
  await hers.goto(`${region.home}/steps/purpose`)
  await tick(hers, FIRST)
  await page.goto('/my')
  await expect(page.getByText(`Clara finished “${FIRST}”`)).toBeVisible()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page.getByText('Nothing new in what you follow.')).toBeVisible()
})

test('the hand-over page tells what is open, on screen and on paper', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Handland')
  const { clara } = await addPeople(owner, region)
  await as(clara)
  await page.goto(region.home + ENTRY)
  await write(page, 'Who speaks to the council?', { asks: true })
  await page.getByRole('link', { name: 'Hand-over' }).click()
  await expect(
    page.getByRole('heading', { name: 'All it takes to go on with Handland' }),
  ).toBeVisible()
  const main = page.getByRole('main')
  await expect(main.getByText('Who speaks to the council?')).toBeVisible()
  await expect(main.getByRole('rowheader', { name: 'Pavel' })).toBeVisible()
  await expect(main.getByRole('heading', { name: 'Any partner' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: 'Region' })).toBeHidden()
  await expect(main.getByText('Who speaks to the council?')).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
})

/** All of a step is done today. */
async function reach(owner: pg.Pool, region: TestRegion, slug: string) {
  const { items, milestones, title } = await findStepContent(slug)
  await owner.query(
    `insert into ticks (region_id, item, step, state, done_on)
     select $1, id, $2, 'done', current_date from unnest($3::text[]) id`,
    [region.id, slug, items.map(({ id }) => id)],
  )
  await owner.query(
    `insert into milestones (region_id, milestone, step, state, reached_on)
     select $1, id, $2, 'reached', current_date from unnest($3::text[]) id`,
    [region.id, slug, milestones.map(({ id }) => id)],
  )
  return title
}

test('a reached step is celebrated until it is put away, and its picture can be kept', async ({
  page,
  as,
  another,
  owner,
}) => {
  const region = await addRegion(owner, 'Cheerland')
  await owner.query(`update regions set name = 'Přátelský Żywiec' where id = $1`, [region.id])
  const { clara, pavel } = await addPeople(owner, region)
  const title = await reach(owner, region, 'purpose')
  const next = await findStepContent('ecosystem')
  await as(clara)
  await page.goto(`${region.home}/steps/purpose`)
  await expect(page.getByRole('heading', { name: `Step 1 is reached: ${title}.` })).toBeVisible()
  await expect(page.getByRole('link', { name: `Next comes step 2: ${next.title}` })).toBeVisible()
  await page.getByText('Look at the picture').click()
  const picture = page.getByRole('img', { name: 'Picture: step 1 is reached' })
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(1200)
  await page.getByRole('button', { name: 'Put this away' }).click()
  await expect(page.getByRole('heading', { name: 'Step 1 is reached' })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Step 1 is reached' })).toHaveCount(0)

  const address = `${region.home}/steps/purpose/card?locale=de`
  const file = await page.request.get(address)
  expect(file.headers()['content-type']).toBe('image/png')
  expect(file.headers()['content-disposition']).toBe(
    `attachment; filename="${region.slug}-step-1-de.png"`,
  )
  expect((await page.request.get(`${region.home}/steps/ecosystem/card`)).status()).toBe(404)
  const his = await another(pavel)
  expect((await his.request.get(address)).status()).toBe(404)
})

test('the second step of a part completes it', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Partland')
  const { clara } = await addPeople(owner, region)
  await reach(owner, region, 'purpose')
  await reach(owner, region, 'ecosystem')
  await as(clara)
  await page.goto(`${region.home}/steps/ecosystem`)
  await expect(page.getByText('With it, part 1 is complete:')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('people comment and follow all the same', async ({ page, as, owner }) => {
    const region = await addRegion(owner, 'Plainland')
    const { clara } = await addPeople(owner, region)
    await as(clara)
    await page.goto(region.home + ENTRY)
    await page.locator('summary', { hasText: 'Tell these people' }).click()
    await page.getByRole('checkbox', { name: 'Pavel' }).check()
    await page.getByLabel('Your comment').fill('Plain words')
    await page.getByRole('button', { name: 'Add the comment' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Plain words' })).toBeVisible()
    await expect(page.getByText('For Pavel')).toBeVisible()
    await page.goto(region.home)
    await page.getByRole('button', { name: 'Follow this region' }).click()
    await expect(page.getByRole('button', { name: 'Stop following this region' })).toBeVisible()
  })
})
