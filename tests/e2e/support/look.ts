import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

type Violation = { id: string; nodes: { target: unknown; failureSummary?: string }[] }

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const WIDTHS = [1280, 320]
const THEMES = ['light', 'dark'] as const

// A theme changes colours and nothing else, so the second one is asked about those alone.
const ALL = { type: 'tag', values: TAGS } as const
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const

const { resolve } = createRequire(import.meta.resolve('@axe-core/playwright'))
const axeSource = await readFile(resolve('axe-core/axe.min.js'), 'utf8')

/** What is wrong with the page as it stands, in light and dark, on a wide and a narrow screen. */
async function listFaults(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  const faults: string[] = []
  await endTransitions(page)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    const sticking = await findSticking(page)
    if (sticking) faults.push(`${sticking} sticks out at ${width} px`)
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const violations = await scan(page, colorScheme === 'light' ? ALL : COLOURS)
      faults.push(...violations.map((fault) => `${colorScheme}, ${width} px: ${fault}`))
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  if (before) await page.setViewportSize(before)
  return faults
}

/** Fails when axe finds something, or when something sticks out sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  const faults = await listFaults(page)
  expect(faults, `what is wrong with ${new URL(page.url()).pathname}`).toEqual([])
}

/** Colours that are still on their way from one theme to the other are neither's. */
function endTransitions(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('*, ::before, ::after { transition: none !important }')
    document.adoptedStyleSheets.push(sheet)
  })
}

/** Runs axe in the page itself: putting it there once serves all themes and widths. */
async function scan(page: Page, runOnly: typeof ALL | typeof COLOURS): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  // The one frame there is holds a mail and runs no scripts.
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], iframes: false })
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, ${options}).then((results) => results.violations)`,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
  )
}

/** The first element that makes the page scroll sideways; empty when none does. */
function findSticking(page: Page): Promise<string> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return ''
    const out = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    )
    const last = out.at(-1)
    return last ? last.outerHTML.slice(0, 120) : 'something'
  })
}
