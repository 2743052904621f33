import type { Page } from '@playwright/test'
import type pg from 'pg'
import { addMember, addPartner, addRegion } from './support/region'
import { expect, test } from './support/test'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Clara opens a round about one step that asks Pavel; gives where he answers. */
async function openRound(clara: Page, owner: pg.Pool, region: { id: string; home: string }) {
  await clara.goto(`${region.home}/rounds/new`)
  for (const step of await clara.getByRole('group', { name: 'Steps' }).getByRole('checkbox').all())
    await step.uncheck()
  await clara.getByRole('checkbox', { name: /^1\. / }).check()
  await clara.getByRole('checkbox', { name: 'Brewery Nord' }).check()
  await clara.getByLabel('Last day').fill(inDays(16))
  await clara.getByRole('button', { name: 'Keep as draft' }).click()
  await clara.getByRole('button', { name: 'Open it now' }).click()
  await expect(clara.getByRole('heading', { name: /of 1 have answered/ })).toBeVisible()
  const { rows } = await owner.query<{ id: string }>('select id from rounds where region_id = $1', [
    region.id,
  ])
  return `${region.home}/rounds/${rows[0]?.id}/answer`
}

async function press(page: Page, name: string, times: number) {
  for (let i = 0; i < times; i += 1) await page.getByRole('button', { name }).click()
}

async function addTwo(owner: pg.Pool, name: string) {
  const region = await addRegion(owner, name)
  const partner = await addPartner(owner, region, 'Brewery Nord')
  const pavel = await addMember(owner, region, {
    ...{ name: 'Pavel', role: 'partner', partnerId: partner },
  })
  const clara = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  return { region, pavel, clara }
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('a partner answers one statement after another, through a reload and without a line', async ({
    page,
    as,
    another,
    owner,
    context,
  }) => {
    const { region, pavel, clara } = await addTwo(owner, 'Answerland')
    const address = await openRound(await another(clara), owner, region)
    await as(pavel)
    await page.goto(address)
    await expect(page.getByText('Nobody sees what you answered')).toBeVisible()
    await page.getByRole('button', { name: 'Begin' }).click()
    await expect(page.getByText(/Statement 1 of 5/)).toBeVisible()
    await expect(page.getByRole('heading', { level: 2 })).toBeFocused()
    for (const level of [4, 3]) {
      await page
        .getByRole('radio')
        .nth(level - 1)
        .check()
      await page.getByRole('button', { name: 'Next' }).click()
    }
    await expect(page.getByText(/Statement 3 of 5/)).toBeVisible()
    await page.reload()
    await expect(page.getByText(/Statement 3 of 5/)).toBeVisible()
    await page.getByRole('button', { name: 'Back' }).click()
    await expect(page.getByRole('radio').nth(2)).toBeChecked()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Leave open for now' }).click()
    await page.getByRole('radio', { name: 'I cannot judge this' }).check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('radio').nth(4).check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByLabel('A comment on this step').fill('We should meet more often.')
    await page.getByRole('button', { name: 'Next' }).click()

    await expect(page.getByText(/^Still open/)).toBeVisible()
    await page.getByRole('listitem').getByRole('button').click()
    await page.getByRole('radio').nth(1).check()
    await press(page, 'Next', 4)
    await expect(page.getByText('You have looked at every statement.')).toBeVisible()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Send my answers' }).click()
    await expect(page.getByText(/You are offline/)).toBeVisible()
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Send my answers' }).click()
    await expect(page.getByRole('heading', { name: 'Your answers are in' })).toBeVisible()

    await page.getByRole('button', { name: 'Change my answers' }).click()
    await page.getByRole('radio').nth(0).check()
    await press(page, 'Next', 6)
    await page.getByRole('button', { name: 'Send the corrected answers' }).click()
    await expect(page.getByText('Your corrected answers are in.')).toBeVisible()
    const { rows } = await owner.query(
      'select answers, comments from round_sheets where region_id = $1',
      [region.id],
    )
    expect(rows).toHaveLength(1)
    expect(Object.values(rows[0].answers as object).sort()).toEqual([1, 2, 3, 5, null])
    expect(rows[0].comments).toEqual({ purpose: 'We should meet more often.' })
  })
})

test('who answered on one device cannot answer again on another', async ({
  page,
  as,
  another,
  owner,
}) => {
  const { region, pavel, clara } = await addTwo(owner, 'Twiceland')
  const address = await openRound(await another(clara), owner, region)
  await as(pavel)
  await page.goto(address)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('radio').nth(2).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await press(page, 'Leave open for now', 4)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(page.getByRole('heading', { name: 'Your answers are in' })).toBeVisible()
  const tablet = await another(pavel)
  await tablet.goto(address)
  await expect(tablet.getByText('here there is nothing left to do')).toBeVisible()
  await expect(tablet.getByRole('button', { name: 'Begin' })).toHaveCount(0)
})

test('whoever was not asked joins by the address', async ({ page, as, another, owner }) => {
  const { region, clara } = await addTwo(owner, 'Joinland')
  const coordinator = await another(clara)
  await openRound(coordinator, owner, region)
  await coordinator.getByRole('button', { name: 'Make an address' }).click()
  const link = await coordinator.getByText(`${region.home}/rounds/join/`).textContent()
  const partner = await addPartner(owner, region, 'Silent Mill')
  await as(await addMember(owner, region, { name: 'Mia', role: 'partner', partnerId: partner }))
  await page.goto(new URL(link ?? '').pathname)
  await page.getByRole('button', { name: 'Take part' }).click()
  await expect(page).toHaveURL(/\/answer$/)
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible()
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the whole sheet is one form', async ({ page, as, another, browser, owner, baseURL }) => {
    const { region, pavel, clara } = await addTwo(owner, 'Plainfield')
    const scripted = await browser.newContext({ javaScriptEnabled: true, baseURL })
    const other = await another(clara)
    await scripted.addCookies(await other.context().cookies())
    const address = await openRound(await scripted.newPage(), owner, region)
    await as(pavel)
    await page.goto(address)
    for (const choice of await page.getByRole('combobox').all())
      await choice.selectOption({ index: 3 })
    await page.getByRole('button', { name: 'Send my answers' }).click()
    await expect(page.getByText('Your answers are in. Thank you.')).toBeVisible()
    await scripted.close()
  })
})
