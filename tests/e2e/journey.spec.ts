import { openLatestMail } from './support/mail'
import { findStepContent, findStepOf, tick } from './support/region'
import { expect, test } from './support/test'

test('from the invitation mail to a step that turns reached', async ({
  page,
  as,
  another,
  owner,
}) => {
  test.slow()
  const step = await findStepContent('purpose')
  const email = `mira.${Date.now()}@new.example`

  await as('staff')
  await page.goto('/admin/regions/new')
  await page.getByLabel('Name', { exact: true }).fill(`Mirovka ${Date.now()}`)
  await page.getByLabel('Country').selectOption('CZ')
  await page.getByLabel('Language spoken there').selectOption('cs')
  await page.getByLabel('E-mail address of the first coordinator').fill(email)
  await page.getByRole('button', { name: 'Set up the region' }).click()
  await expect(page).toHaveURL(/\/regions\/mirovka-\d+\/people$/)
  const home = new URL(page.url()).pathname.replace('/people', '')
  await expect(page.getByText(email, { exact: true })).toBeVisible()

  const mira = await another('observer')
  await mira.context().clearCookies()
  await openLatestMail(mira, email)
  await mira.getByRole('link', { name: 'Follow its link' }).click()
  await expect(mira.getByLabel('Your e-mail address')).toHaveValue(email)
  await mira.getByRole('button', { name: 'Send me a link' }).click()
  await expect(mira.getByRole('heading', { name: 'Look into your mailbox.' })).toBeVisible()
  await openLatestMail(mira, email)
  await mira.getByRole('link', { name: 'Follow its link' }).click()
  await mira.getByRole('button', { name: 'Sign in' }).click()
  await expect(mira).toHaveURL(home)
  await expect(mira.getByRole('heading', { level: 1 })).toContainText('The journey starts here.')

  await mira.goto(`${home}/steps/purpose`)
  const { items, gates } = await findStepOf(owner, home.replace('/regions/', ''), 'purpose')
  for (const item of items) await tick(mira, item.label)
  await expect(mira.getByText('Ready for partners’ check')).toHaveCount(0)
  for (const { title } of gates) {
    const milestone = mira
      .getByRole('listitem')
      .filter({ has: mira.getByRole('heading', { name: title, exact: true }) })
    await milestone.getByText('Plan or mark as reached').click()
    await milestone.getByRole('button', { name: 'Reached', exact: true }).click()
    await expect(milestone.getByText(/^reached /)).toBeVisible()
  }
  await expect(mira.getByText(`Step 1 is reached: ${step.title}.`).first()).toBeVisible()
  await mira
    .getByRole('link', { name: /^Mirovka/ })
    .first()
    .click()
  await expect(mira.getByRole('heading', { level: 1 })).toContainText('One step reached.')

  await page.goto(home)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('One step reached.')
  await expect(
    page.getByRole('link', { name: new RegExp(`${step.title}: Reached`) }).first(),
  ).toBeVisible()
})
