import { randomBytes } from 'node:crypto'
import { makeCode } from '../../lib/consensus/code/rules'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { expectAccessible } from './support/look'
import { addMember, addPartner, addRegion } from './support/region'
import { expect, test } from './support/test'

const SOON = { timeout: 4000 }
const FIRST = 'We can say which local skills gap we want to close.'
const ERSTE = 'Wir können sagen, welche Kompetenzlücke vor Ort wir schließen wollen.'

/** A phone that nobody is signed in on. */
async function takePhone(browser: Browser, options: BrowserContextOptions, locale = 'en-GB') {
  const viewport = { width: 390, height: 780 }
  const context = await browser.newContext({
    ...options,
    locale,
    viewport,
    storageState: undefined,
  })
  return { context, page: await context.newPage() }
}

async function join(page: Page, code: string, { name, from }: { name: string; from: string }) {
  await page.goto(`/session/${code}`)
  await page.getByLabel(/^(Your|Ihr) (name|Name)/).fill(name)
  await page.getByLabel(/^(Your organisation|Ihre Organisation)/).selectOption(from)
  await page.getByRole('button', { name: /^(Join|Teilnehmen)$/ }).click()
}

const level = (page: Page, number: number) => page.locator(`button[name=level][value="${number}"]`)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const isIn = (page: Page) => page.getByText(/^(Your vote is in|Ihre Stimme ist da)/)

test('four browsers hold a session: nobody is lost by a lost network, a reload or coming late', async ({
  page,
  as,
  another,
  owner,
  browser,
  contextOptions,
  baseURL,
}) => {
  test.setTimeout(75_000)
  const region = await addRegion(owner, 'Roomland')
  await addPartner(owner, region, 'Town hall')
  await addPartner(owner, region, 'Brewery')
  await addPartner(owner, region, 'School')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/rounds/session/new`)
  await page.getByRole('checkbox').first().check()
  await press(page, 'Open the session')
  await expect(page).toHaveURL(/\/session$/)
  const code = (await page.locator('.session-code').innerText()).replaceAll(/Code|\s/g, '')

  const wall = await another(await addMember(owner, region, { name: 'Carl', role: 'coordinator' }))
  await wall.setViewportSize({ width: 1920, height: 1080 })
  await wall.goto(page.url().replace(/session$/, 'wall'))
  await expect(wall.getByText(`${code.slice(0, 3)} ${code.slice(3)}`)).toBeVisible()
  await look(wall, 'waiting')

  const options = { ...contextOptions, baseURL }
  const anna = await takePhone(browser, options)
  const bernd = await takePhone(browser, options, 'de-DE')
  await join(anna.page, code, { name: 'Anna', from: 'Town hall' })
  await expect(anna.page.getByText('You are in. It begins in a moment.')).toBeVisible()
  await join(bernd.page, code, { name: 'Bernd', from: 'Brewery' })
  await expect(bernd.page.getByText('Sie sind dabei. Gleich geht es los.')).toBeVisible()
  await expect(wall.getByText('2 people are here')).toBeVisible(SOON)

  await press(page, 'Begin with the first statement')
  await expect(wall.getByRole('heading', { name: FIRST })).toBeVisible(SOON)
  await expect(anna.page.getByRole('heading', { name: FIRST })).toBeVisible(SOON)
  await expect(bernd.page.getByRole('heading', { name: ERSTE })).toBeVisible(SOON)
  await expectAccessible(anna.page)

  // One votes and loads the page anew.
  await level(anna.page, 3).click()
  await expect(isIn(anna.page)).toBeVisible()
  await expect(wall.getByText('1 of 2 have voted')).toBeVisible(SOON)
  await anna.page.reload()
  await expect(level(anna.page, 3)).toHaveAttribute('aria-pressed', 'true')

  // One votes without a network, and comes back.
  await bernd.context.setOffline(true)
  await level(bernd.page, 2).click()
  await expect(bernd.page.getByText(/^Keine Verbindung\. Ihre Stimme/)).toBeVisible()
  await bernd.context.setOffline(false)
  await expect(isIn(bernd.page)).toBeVisible({ timeout: 10_000 })

  // One comes late.
  const cora = await takePhone(browser, options)
  await join(cora.page, code, { name: 'Cora', from: 'School' })
  await level(cora.page, 4).click()
  await expect(wall.getByText('3 of 3 have voted')).toBeVisible(SOON)
  await look(wall, 'voting')
  await look(page, 'control')

  await press(page, 'Show the votes')
  await expect(wall.getByText('Talk: who sees it differently, and why?')).toBeVisible(SOON)
  await expect(bernd.page.getByText('Das sind die Stimmen.')).toBeVisible(SOON)
  await look(wall, 'shown')
  await look(bernd.page, 'phone-shown')

  // A second facilitator agrees; a level that high needs a note of what shows it.
  const carl = await another(await addMember(owner, region, { name: 'Cleo', role: 'coordinator' }))
  await carl.goto(page.url())
  await carl.getByLabel('Level', { exact: true }).selectOption('4')
  await carl.getByLabel('Why this level').fill('Three sectors worded it together.')
  await press(carl, 'Keep this level')
  await expect(carl.getByText('Levels 4 and 5 need a word on what shows them.')).toBeVisible()
  await carl.getByLabel('What shows it').fill('The sheet in the town hall')
  await press(carl, 'Keep this level')
  await expect(wall.getByText('Agreed: level 4')).toBeVisible(SOON)
  await expect(wall.getByText('Three sectors worded it together.')).toBeVisible()
  await expect(page.getByText('Agreed: level 4').first()).toBeVisible(SOON)
  await look(wall, 'agreed')
  await look(anna.page, 'phone-agreed')
  for (const scheme of ['light', 'dark'] as const) {
    await wall.emulateMedia({ colorScheme: scheme })
    await expectAccessible(wall)
  }

  await page.getByText('End the session', { exact: true }).click()
  await press(page, 'End it for good')
  await expect(page.getByRole('heading', { name: /ended with one agreed level/ })).toBeVisible()
  await expect(page.getByText('Anna')).toHaveCount(0)
  await expect(bernd.page.getByText('Danke für Ihre Stimme')).toBeVisible(SOON)
  await expect(wall.getByRole('heading', { name: 'Thank you' })).toBeVisible(SOON)
  await anna.page.reload()
  await expect(anna.page.getByText(/no session under this code now/)).toBeVisible()
  await closeAll(anna.context, bernd.context, cora.context)
})

test('every statement fits on the wall with its votes, in letters for ten metres', async ({
  page,
  as,
  owner,
}) => {
  test.setTimeout(120_000)
  const region = await addRegion(owner, 'Wallland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  const round = crypto.randomUUID()
  await owner.query(
    `insert into rounds (region_id, id, kind, state, edition, steps, languages)
      values ($1, $2, 'consensus', 'open', 1, '{}', '{}')`,
    [region.id, round],
  )
  await owner.query(
    `insert into consensus_sessions
        (region_id, round_id, code, language, statements, ballots, phase)
      select $1, $2, $3, 'de', array_agg(s.id), array_agg(1), 'shown' from
        (select id from guide_statements where edition = 1 order by position) s`,
    [region.id, round, makeCode(randomBytes(32))],
  )
  const people = await owner.query(
    `insert into consensus_people (region_id, round_id, name, organisation, sector)
      select $1, $2, 'Jemand', 'Irgendwo', 'business' from generate_series(1, 3) returning id`,
    [region.id, round],
  )
  await owner.query(
    `insert into consensus_votes (region_id, round_id, statement, person_id, level)
      select $1, $2, statement, person, 4 from consensus_sessions s,
        unnest(s.statements) statement, unnest($3::uuid[]) person where s.round_id = $2`,
    [region.id, round, people.rows.map(({ id }) => id)],
  )
  await page.setViewportSize({ width: 1920, height: 1080 })
  const address = `${region.home}/rounds/${round}/wall`
  const texts = await owner.query(
    `select cardinality(statements)::int many from consensus_sessions where round_id = $1`,
    [round],
  )
  let longest = { height: 0, position: 0 }
  for (let position = 0; position < texts.rows[0].many; position += 1) {
    await owner.query('update consensus_sessions set position = $2 where round_id = $1', [
      round,
      position,
    ])
    await page.goto(address)
    await page.evaluate(() => document.fonts.ready)
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    if (height > longest.height) longest = { height, position }
    const least = await page.evaluate(() =>
      ['h1', '.wall-anchor'].map((part) => {
        const found = document.querySelector(part)
        return found ? parseFloat(getComputedStyle(found).fontSize) / innerHeight : 0
      }),
    )
    expect(least[0]).toBeGreaterThanOrEqual(0.05)
    expect(least[1]).toBeGreaterThanOrEqual(0.03)
  }
  await owner.query('update consensus_sessions set position = $2 where round_id = $1', [
    round,
    longest.position,
  ])
  await page.goto(address)
  await look(page, 'wall-longest')
  expect(longest.height).toBeLessThanOrEqual(1080)
})

/** Keeps a picture where one is asked for. */
async function look(page: Page, name: string) {
  const folder = process.env.LEP_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/session-${name}.png` })
}

function closeAll(...contexts: BrowserContext[]) {
  return Promise.all(contexts.map((context) => context.close()))
}
