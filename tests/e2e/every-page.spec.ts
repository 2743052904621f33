import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { openLatestMail } from './support/mail'
import { addMember, addRegion } from './support/region'
import { expect, test } from './support/test'

/** Every page by its route, and where to find one of its kind in the sample programme. */
const INSIDE = {
  '/my': '/my',
  '/my/calendar': '/my/calendar',
  '/profile': '/profile',
  '/profile/erase': '/profile/erase',
  '/regions': '/regions',
  '/regions/[region]': '/regions/dolni-kraj',
  '/regions/[region]/steps/[step]': '/regions/dolni-kraj/steps/purpose',
  '/regions/[region]/steps/[step]/[entry]':
    '/regions/dolni-kraj/steps/purpose/checklist.gap-question-written',
  '/regions/[region]/checklists': '/regions/dolni-kraj/checklists',
  '/regions/[region]/partners': '/regions/dolni-kraj/partners',
  '/regions/[region]/people': '/regions/dolni-kraj/people',
  '/regions/[region]/activity': '/regions/dolni-kraj/activity',
  '/regions/[region]/timeline': '/regions/dolni-kraj/timeline',
  '/regions/[region]/hand-over': '/regions/dolni-kraj/hand-over',
  '/regions/[region]/evidence': '/regions/dolni-kraj/evidence',
  '/regions/[region]/partners/coverage': '/regions/dolni-kraj/partners/coverage',
  '/regions/[region]/tasks': '/regions/dolni-kraj/tasks',
  '/regions/[region]/partners/network': '/regions/dolni-kraj/partners/network',
}
const PARTNER = { '/regions/[region]/partners/[partner]': 'a[href*="/partners/0"]' }
const PROGRAMME = {
  '/compare': '/compare',
  '/admin': '/admin',
  '/admin/regions/new': '/admin/regions/new',
}
const EDITIONS = {
  '/admin/rates': '/admin/rates',
  '/admin/editions': '/admin/editions',
  '/admin/editions/[edition]': '/admin/editions/1',
}
const MOVE = { '/regions/[region]/edition': '/regions/dolni-kraj/edition' }
// Needs a file that somebody brings: editions.spec.ts does.
const DRAFT = { '/admin/editions/drafts/[draft]': 'brought there' }
const PEOPLE = { '/admin/people': '/admin/people', '/admin/log': '/admin/log' }
const NEW_PARTNER = {
  '/regions/[region]/partners/new': '/regions/dolni-kraj/partners/new',
  '/regions/[region]/partners/import': '/regions/dolni-kraj/partners/import',
  '/regions/[region]/partners/merge': '/regions/dolni-kraj/partners/merge',
}
const SHEET = {
  '/regions/[region]/checklists/import': '/regions/dolni-kraj/checklists/import',
  '/regions/[region]/tasks/import': '/regions/dolni-kraj/tasks/import',
  '/regions/[region]/metrics/import': '/regions/dolni-kraj/metrics/import',
}
const CANDID = {
  '/regions/[region]/partners/priorities': '/regions/dolni-kraj/partners/priorities',
  '/regions/[region]/partners/engagement': '/regions/dolni-kraj/partners/engagement',
}
// Of one organisation each: candid.spec.ts goes there.
const CANDID_PARTNER = {
  '/regions/[region]/partners/priorities/[partner]': 'candid.spec.ts',
  '/regions/[region]/partners/engagement/[partner]': 'candid.spec.ts',
  '/regions/[region]/partners/engagement/[partner]/sheet': 'candid.spec.ts',
}
// Administrators have no such page; staff read levels in the list alone.
const ROUNDS = { '/regions/[region]/rounds': '/regions/dolni-kraj/rounds' }
const NEW_ROUND = { '/regions/[region]/rounds/new': '/regions/dolni-kraj/rounds/new' }
const METRICS = {
  '/regions/[region]/metrics': '/regions/dolni-kraj/metrics',
  '/regions/[region]/metrics/[metric]': '/regions/dolni-kraj/metrics/learners_reached',
  '/regions/[region]/report': '/regions/dolni-kraj/report',
}
// Drafted, opened and closed in rounds.spec.ts.
const ROUND = {
  '/regions/[region]/rounds/[round]': 'made there',
  '/regions/[region]/rounds/[round]/answer': 'answering.spec.ts',
  '/regions/[region]/rounds/join/[link]': 'answering.spec.ts',
}
const NEW_TASK = { '/regions/[region]/tasks/new': '/regions/dolni-kraj/tasks/new' }
const NEW_SESSION = {
  '/regions/[region]/rounds/session/new': '/regions/dolni-kraj/rounds/session/new',
}
// Held and looked at in session.spec.ts.
const SESSION = {
  '/regions/[region]/rounds/[round]/session': 'held there',
  '/regions/[region]/rounds/[round]/wall': 'held there',
}
// Made and looked at in tasks.spec.ts.
const TASK = { '/regions/[region]/tasks/[task]': 'made there' }
const INVITE = { '/regions/[region]/people/invite': '/regions/dolni-kraj/people/invite' }
const LEAVE = { '/regions/[region]/people/leave': '/regions/dolni-kraj/people/leave' }
// Of one person each: people.spec.ts goes there.
const ERASE_USER = { '/admin/people/[user]/erase': 'people.spec.ts' }
const REMOVE = { '/regions/[region]/people/remove/[member]': 'opened below' }
const OUTSIDE = {
  '/': '/',
  '/about': '/about',
  '/farewell': '/farewell',
  '/accessibility': '/accessibility',
  '/outbox': '/outbox',
  '/sign-in': '/sign-in',
  '/sign-in/sent': '/sign-in/sent',
  '/sign-in/confirm': '/sign-in/confirm?email=jana@example.eu&token=x',
  '/letters/[token]': '/letters/none',
  '/t/thanks': '/t/thanks?did=submitted',
  '/session': '/session',
  '/session/[code]': '/session/234679',
}
// Somebody's alone: card.spec.ts comes there from a mail.
const CARD = { '/t/[token]': 'mailed there' }
const MAIL = { '/outbox/[mail]': 'opened below' }

const SWEEP = {
  coordinator: {
    ...{ ...INSIDE, ...NEW_PARTNER, ...SHEET, ...CANDID, ...NEW_TASK, ...INVITE, ...LEAVE },
    ...{ ...ROUNDS, ...NEW_ROUND, ...NEW_SESSION, ...METRICS },
  },
  partner: { ...INSIDE, ...METRICS, ...NEW_TASK, ...INVITE, ...ROUNDS },
  observer: { ...INSIDE, ...METRICS, ...LEAVE, ...ROUNDS },
  staff: { ...INSIDE, ...METRICS, ...PROGRAMME, ...EDITIONS, ...MOVE, ...ROUNDS },
  admin: { ...INSIDE, ...METRICS, ...PROGRAMME, ...PEOPLE, ...EDITIONS },
} as const

// Each test ends on a page that the fixture looks at in light and dark, wide and narrow.
for (const [who, pages] of Object.entries(SWEEP)) {
  for (const path of Object.values(pages)) {
    test(`${who} at ${path} meets no barrier`, async ({ page, as }) => {
      await as(who as keyof typeof SWEEP)
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(200)
      await openDisclosures(page)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    })
  }
}

for (const path of Object.values(OUTSIDE)) {
  test(`somebody signed out at ${path} meets no barrier`, async ({ page }) => {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  })
}

test("coordinator at a member's removal meets no barrier", async ({ page, as }) => {
  await as('coordinator')
  await page.goto('/regions/dolni-kraj/people')
  await page
    .getByRole('link', { name: /^Remove/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/people\/remove\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
})

for (const who of ['coordinator', 'observer'] as const) {
  test(`${who} at a partner's page meets no barrier`, async ({ page, as }) => {
    await as(who)
    await page.goto('/regions/dolni-kraj/partners')
    await page.getByRole('table').last().getByRole('link').first().click()
    await expect(page).toHaveURL(/\/partners\/[0-9a-f-]{36}$/)
    await openDisclosures(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  })
}

for (const place of ['', '/steps/purpose', '/partners', '/people', '/timeline']) {
  test(`a region at its beginning has no barrier at ${place || 'its home'}`, async ({
    page,
    as,
    owner,
  }) => {
    const region = await addRegion(owner, 'Newland')
    await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
    await page.goto(region.home + place)
    await openDisclosures(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  })
}

test('the steps of a region in full swing have no barrier', async ({ page, as }) => {
  await as('staff')
  await page.goto('/regions/prague')
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
})

test('a mail in the outbox has no barrier', async ({ page, owner }) => {
  const region = await addRegion(owner, 'Mailland')
  const clara = await addMember(owner, region, { name: 'Clara', role: 'coordinator' })
  await page.goto('/sign-in')
  await page.getByLabel('Your e-mail address').fill(clara)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mailbox.' })).toBeVisible()
  await openLatestMail(page, clara)
})

test('no page is left out', async () => {
  const routes = await Array.fromAsync(
    glob('**/page.tsx', { cwd: join(import.meta.dirname, '../../app') }),
  )
  const pages = routes.map(
    (file) => `/${file}`.replace(/\/page\.tsx$/, '').replaceAll(/\/\([a-z]+\)/g, '') || '/',
  )
  const swept = [
    ...Object.values(SWEEP).flatMap((list) => Object.keys(list)),
    ...Object.keys({
      ...OUTSIDE,
      ...PARTNER,
      ...MAIL,
      ...DRAFT,
      ...CANDID_PARTNER,
      ...TASK,
      ...REMOVE,
      ...ERASE_USER,
      ...CARD,
      ...ROUND,
      ...SESSION,
    }),
  ]
  expect(pages.filter((route) => !swept.includes(route))).toEqual([])
})

/** Shows what hides behind a press, so that it is looked at too. */
async function openDisclosures(page: import('@playwright/test').Page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details'))
      details.setAttribute('open', '')
  })
}
