import { expect, test } from './support/test'

const PAGES = [
  '/my',
  '/regions/dolni-kraj',
  '/regions/dolni-kraj/steps/purpose',
  '/regions/dolni-kraj/partners',
]
const CHANGES = {
  'text of twice the size': 'html { font-size: 200% !important }',
  // The distances of WCAG 2.2, 1.4.12.
  'wide text spacing': `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`,
}

for (const [change, style] of Object.entries(CHANGES)) {
  for (const path of PAGES) {
    test(`${change} cuts nothing off on ${path}`, async ({ page, as }) => {
      await as('coordinator')
      await page.goto(path)
      const changed = await page.addStyleTag({ content: style })
      expect(await page.evaluate(listCutOff)).toEqual([])
      await changed.evaluate((element) => element.parentNode?.removeChild(element))
    })
  }
}

/** Runs in the page: elements whose own text does not fit into them, and whether the page scrolls sideways. */
function listCutOff(): string[] {
  const cut = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element)
    const isForReadersOnly = element.clientWidth <= 1 || clipPath !== 'none'
    if (isForReadersOnly || !element.innerText?.trim()) return false
    const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
    return (
      (clips(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (clips(overflowY) && element.scrollHeight > element.clientHeight + 1)
    )
  })
  const page = document.documentElement
  const sideways = page.scrollWidth > page.clientWidth ? ['the page scrolls sideways'] : []
  return [...sideways, ...cut.map((element) => element.outerHTML.slice(0, 160))]
}

test.describe('on a narrow phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('the tab of the page that is open is in sight', async ({ page, as }) => {
    await as('coordinator')
    await page.goto('/regions/dolni-kraj/hand-over')
    const tabs = page.getByRole('navigation', { name: 'Region' })
    await expect(tabs.getByRole('link', { name: 'Hand-over' })).toBeInViewport()
  })
})
