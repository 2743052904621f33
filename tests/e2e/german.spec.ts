import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readEdition } from '../../prisma/edition/read'
import { addMember, addRegion } from './support/region'
import { expect, test } from './support/test'

test.use({ locale: 'de-DE' })

const root = join(import.meta.dirname, '../..')

/** All texts of the interface in a language. */
async function listMessages(locale: string): Promise<string[]> {
  const folder = join(root, 'messages', locale)
  // Mails speak the language of whoever gets them.
  const names = (await readdir(folder)).filter((name) => name !== 'mail.json')
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return files.flatMap((text) => listTexts(JSON.parse(text)))
}

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value ? Object.values(value).flatMap(listTexts) : []
}

/** English texts that would be seen as they are, without those that German says alike. */
async function listEnglish(): Promise<Set<string>> {
  const { content } = await readEdition()
  const german = new Set(await listMessages('de'))
  const guidebook = content.steps.flatMap((step) => [
    ...[step.title, step.principle, step.intro],
    ...step.checklist.flatMap(({ label, doneWhen }) => [label, doneWhen]),
    ...step.milestones.flatMap(({ title, reachedWhen }) => [title, reachedWhen]),
  ])
  const whole = (await listMessages('en')).filter((text) => !/[{}]/.test(text))
  return new Set([...whole, ...guidebook].filter((text) => text && !german.has(text)))
}

/** Every text of the page that somebody sees or hears. */
function listSeen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode
      if (!parentElement?.closest('script, style, [lang]:not(html)')) texts.push(nodeValue ?? '')
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const bearers = document.querySelectorAll(`[${name}]`)
      texts.push(...[...bearers].map((element) => element.getAttribute(name) ?? ''))
    }
    return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean)
  })
}

async function expectGerman(page: Page, path: string) {
  await page.goto(path)
  const english = await listEnglish()
  await expect(page.locator('html')).toHaveAttribute('lang', /^de/)
  const found = (await listSeen(page)).filter((text) => english.has(text))
  expect(found, `what is English on ${path}`).toEqual([])
}

test('pages for everybody speak German', async ({ page }) => {
  for (const path of ['/', '/sign-in', '/sign-in/sent', '/about', '/accessibility', '/outbox']) {
    await expectGerman(page, path)
  }
})

test('a coordinator works in German throughout', async ({ page, as }) => {
  await as('coordinator')
  const home = '/regions/dolni-kraj'
  const places = ['', '/steps/purpose', '/steps/ecosystem', '/partners', '/partners/new', '/people']
  for (const path of ['/my', '/profile', ...places.map((place) => home + place)]) {
    await expectGerman(page, path)
  }
})

test('an administrator works in German throughout', async ({ page, as }) => {
  await as('admin')
  for (const path of ['/compare', '/admin', '/admin/people', '/admin/log', '/admin/regions/new']) {
    await expectGerman(page, path)
  }
})

test('a change in German is answered in German', async ({ page, as, owner }) => {
  const region = await addRegion(owner, 'Deutschland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto(`${region.home}/steps/purpose`)
  await page.getByRole('button', { name: /Frage/ }).first().click()
  await expect(page.getByRole('status').filter({ hasText: 'Schritt' })).toBeVisible()
})

test('whoever chooses a language in the profile sees it at once, whatever the browser says', async ({
  page,
  as,
  owner,
}) => {
  const region = await addRegion(owner, 'Wahlland')
  await as(await addMember(owner, region, { name: 'Clara', role: 'coordinator' }))
  await page.goto('/profile')
  await page.getByLabel('Sprache').selectOption('en')
  const language = page.locator('form').filter({ has: page.getByLabel('Sprache') })
  await language.getByRole('button', { name: 'Speichern' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/)
  await expect(page.getByRole('heading', { name: 'Your profile' })).toBeVisible()
})
