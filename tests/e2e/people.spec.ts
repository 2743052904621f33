import { findLink, openLatestMail } from './support/mail'
import { addMember, addPartner, addRegion } from './support/region'
import { expect, test } from './support/test'

test('a list invites many, one of them comes, brings a colleague, and leaves', async ({
  page,
  another,
  owner,
}) => {
  const region = await addRegion(owner, 'Gatherland')
  await addPartner(owner, region, 'Open Workshop')
  const clara = await another(
    await addMember(owner, region, { name: 'Clara', role: 'coordinator' }),
  )
  const address = `jana@${region.id}.example`
  await clara.goto(`${region.home}/people/invite`)
  await expect(clara.getByText('Jana Nováková <jana@example.eu>')).toBeVisible()
  const list = clara.getByLabel('The list')
  await list.fill(`Jana Nova <${address}>, Open Workshop, partner\nnobody at all`)
  await clara.getByRole('button', { name: 'Show who would be invited' }).press('Enter')
  await expect(clara.getByText('There is no e-mail address in this line.')).toBeVisible()
  await expect(clara.getByRole('button', { name: 'Invite all of them' })).toHaveCount(0)
  await list.fill(`Jana Nova <${address}>, Open Workshop, partner`)
  await clara.getByRole('button', { name: 'Show who would be invited' }).press('Enter')
  await clara.getByRole('button', { name: 'Invite all of them' }).press('Enter')
  await expect(clara.getByText('One person is invited.')).toBeVisible()

  await page.goto('/sign-in')
  await page.getByLabel('Your e-mail address').fill(address)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mailbox.' })).toBeVisible()
  await openLatestMail(page, address)
  await page.goto(await findLink(page))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))

  await page.goto(`${region.home}/people`)
  await expect(page.getByText('They will speak for Open Workshop, as you do.')).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Last seen' })).toHaveCount(0)
  await page.getByLabel('E-mail').fill(`petr@${region.id}.example`)
  await page.getByRole('button', { name: 'Send the invitation' }).press('Enter')
  await expect(page.getByText('Invitation sent.')).toBeVisible()

  await page.getByRole('link', { name: 'See first what happens' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'No open tasks' })).toBeVisible()
  await page.getByRole('button', { name: 'Leave Gatherland' }).press('Enter')
  await expect(page).toHaveURL('/my')
  expect((await page.goto(region.home))?.status()).toBe(404)

  await clara.goto(`${region.home}/people`)
  await expect(
    clara.getByRole('checkbox', { name: `Choose the invitation to petr@${region.id}.example` }),
  ).toBeVisible()
  await expect(clara.getByRole('rowheader', { name: /Jana Nova/ })).toHaveCount(0)
  await page.goto('/my')
})

test('the last coordinator names who follows before leaving', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Followland')
  await addMember(owner, region, { name: 'Ada', role: 'observer' })
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/people/leave`)
  await page.getByLabel('Who coordinates from now on').selectOption({ label: 'Ada' })
  await page.getByRole('button', { name: 'Leave Followland' }).press('Enter')
  await expect(page).toHaveURL('/my')
  const { rows } = await owner.query(
    `select u.name from members m join users u on u.id = m.user_id
     where m.region_id = $1 and m.role = 'coordinator'`,
    [region.id],
  )
  expect(rows).toEqual([{ name: 'Ada' }])
})

test('somebody deletes their account once they have left their region', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Partingland')
  await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  const olga = await addMember(owner, region, { name: 'Olga', role: 'observer' })
  await as(olga)
  await page.goto('/profile')
  await page.getByRole('link', { name: 'Delete my account' }).click()
  await page.getByRole('link', { name: 'Leave Partingland' }).click()
  await page.getByRole('button', { name: /Leave/ }).click()
  await expect(page).not.toHaveURL(/leave/)
  await page.goto('/profile/erase')
  const field = page.getByLabel('Your address')
  await field.fill('somebody@example.org')
  await page.getByRole('button', { name: 'Delete my account for good' }).click()
  await expect(page.getByText('This is not the address of your account.')).toBeVisible()
  await field.fill(olga)
  await page.getByRole('button', { name: 'Delete my account for good' }).click()
  await expect(page.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible()
  expect((await owner.query('select from users where email = $1', [olga])).rowCount).toBe(0)
  await page.goto('/my')
  await expect(page).toHaveURL(/sign-in/)
})

test('an administrator deletes an account at the request of whom it is', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Requestland')
  await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  const resi = await addMember(owner, region, { name: 'Resi', role: 'observer' })
  await as('admin')
  const open = async () => {
    await page.goto(`/admin/people?q=${encodeURIComponent(resi)}`)
    await page.getByText('Change: Resi').click()
    await page.getByRole('link', { name: /^Delete the account/ }).click()
  }
  await open()
  await page.getByRole('link', { name: 'End the place in Requestland' }).click()
  await page.getByRole('button', { name: /Remove/ }).click()
  await expect(page).toHaveURL(/people\?removed/)
  await open()
  await page.getByLabel('Address of the account').fill(resi)
  await page.getByRole('button', { name: 'Delete the account for good' }).click()
  await expect(page.getByText(/deleted somebody’s account at their request/).first()).toBeVisible()
  expect((await owner.query('select from users where email = $1', [resi])).rowCount).toBe(0)
})
