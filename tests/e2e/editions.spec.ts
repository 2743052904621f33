import type { Page } from '@playwright/test'
import type { Bundle } from '../../lib/guidebook/edition/schema'
import { addMember, addRegion } from './support/region'
import { expect, test } from './support/test'

/** Brings a file to the form, as somebody who has edited it. */
async function bring(page: Page, file: Bundle) {
  await page.goto('/admin/editions')
  const buffer = Buffer.from(JSON.stringify(file))
  await page
    .getByLabel('The edition’s file')
    .setInputFiles({ name: 'edition.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Check the file' }).click()
}

/** The newest edition as the page gives it away, with its number. */
async function takeNewest(page: Page) {
  await page.goto('/admin/editions')
  const link = page.getByRole('link', { name: 'Download' }).first()
  const address = (await link.getAttribute('href')) ?? ''
  const file = (await (await page.request.get(address)).json()) as Bundle
  return { file, number: Number(address.match(/\d+/)?.[0]) }
}

/** A second edition: one item of the first step less, one essential more. */
function edit(file: Bundle, words: string): Bundle {
  const [step] = file.content.steps
  if (!step) throw new Error('An edition has steps')
  const { checklist } = step
  const [first] = checklist
  const dropped = checklist.find(({ essential, slug }) => !essential && !slug.startsWith('new-'))
  if (!first || !dropped) throw new Error('The first step has such items')
  const slug = `new-${Date.now()}`
  const id = `purpose.checklist.${slug}`
  const added = { ...first, slug, id, label: words, essential: true }
  step.checklist = [...checklist.filter((item) => item !== dropped), added].map((item, index) => ({
    ...item,
    order: index + 1,
  }))
  for (const task of step.tasks) {
    task.supports = task.supports.map((one) => (one === dropped.slug ? first.slug : one))
  }
  Reflect.deleteProperty(file.german, dropped.id)
  file.german[id] = { label: `${words} (deutsch)`, doneWhen: 'Es ist getan.' }
  return file
}

test('an administrator is told every fault of a file, and nothing of it is kept', async ({
  page,
  as,
}) => {
  await as('admin')
  const { file } = await takeNewest(page)
  for (const item of file.content.steps[0]?.checklist.slice(0, 2) ?? []) item.label = ''
  await bring(page, file)
  await expect(page.getByText('2 things in this file do not fit.')).toBeVisible()
  await expect(
    page.getByText('content.steps[0].checklist[1].label: This text is empty.'),
  ).toBeVisible()
  await expect(page).toHaveURL(/\/admin\/editions$/)
})

test('staff read which editions there are, and find nothing to load them with', async ({
  page,
  as,
}) => {
  await as('staff')
  await page.goto('/admin/editions')
  await expect(page.getByRole('link', { name: /^Edition 1/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Check the file' })).toHaveCount(0)
})

test('an edition is loaded, a region moved to it, and what it dropped is still read', async ({
  page,
  as,
  another,
  owner,
}) => {
  test.setTimeout(90_000)
  await as('admin')
  const { file } = await takeNewest(page)
  const words = `Hear those who live with the gap ${Date.now()}`
  await bring(page, edit(file, words))
  await expect(
    page.getByRole('heading', { name: /This is what edition \d+ would change/ }),
  ).toBeVisible()
  await expect(page.getByText('1 new,')).toBeVisible()
  await expect(page.getByText(words).first()).toBeVisible()
  await page.getByRole('button', { name: /^Load edition/ }).click()
  await expect(page.getByRole('heading', { name: /No region follows edition/ })).toBeVisible()
  const number = Number(page.url().match(/\d+$/)?.[0])

  const region = await addRegion(owner, 'Moveland')
  const clara = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  const { rows } = await owner.query<{ id: string; label: string }>(
    `select id, label from guide_items old where edition = 1 and kind = 'checklist'
      and step = 'purpose' and not exists (
        select from guide_items new where new.edition = $1 and new.id = old.id) limit 1`,
    [number],
  )
  const [dropped] = rows
  await owner.query(
    `insert into ticks (region_id, item, step, state, done_on, note)
      values ($1, $2, 'purpose', 'done', '2026-01-10', 'Agreed in the town hall.')`,
    [region.id, dropped?.id],
  )

  const staff = await another('staff')
  await staff.goto(region.home)
  await staff.getByRole('link', { name: 'Move to another edition' }).click()
  await expect(staff.getByText('one new essential').first()).toBeVisible()
  await expect(staff.getByText('One recorded entry would vanish')).toBeVisible()
  await staff.getByRole('button', { name: `Move to edition ${number}` }).click()
  await expect(staff.getByText(`This region follows edition ${number}`).first()).toBeVisible()

  const coordinator = await another(clara)
  await coordinator.goto(region.home)
  await expect(
    coordinator.getByText(`this region follows edition ${number} of`).first(),
  ).toBeVisible()
  await coordinator.getByText('What is new, changed and dropped').click()
  await expect(coordinator.getByText(words)).toBeVisible()
  await expect(coordinator.getByText('moved the region to another edition')).toBeVisible()
  await expect(coordinator.getByRole('link', { name: 'Move to another edition' })).toHaveCount(0)
  await coordinator.goto(`${region.home}/steps/purpose`)
  await expect(coordinator.getByRole('heading', { name: words })).toBeVisible()
  await coordinator.getByText('From an earlier edition').click()
  await expect(coordinator.getByRole('heading', { name: dropped?.label ?? '' })).toBeVisible()
  await expect(coordinator.getByText('Agreed in the town hall.')).toBeVisible()

  await page.goto(`/admin/editions/${number}`)
  await expect(page.getByRole('heading', { name: /One region follows edition/ })).toBeVisible()
})

test('the preview of a new edition has no barrier', async ({ page, as }) => {
  await as('admin')
  const { file } = await takeNewest(page)
  await bring(page, edit(file, 'Ask the neighbours'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('would change')
})
