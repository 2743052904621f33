import { startProductAgain } from './support/product'
import { expect, test } from './support/test'

const MODES: Record<string, Record<string, string>> = {
  'without the sample programme': { SAMPLE: '0' },
  'on a database that is not the built-in one': { EMBEDDED: '0' },
  'where mail is really sent': { SMTP_URL: 'smtp://127.0.0.1:9' },
}

for (const [mode, settings] of Object.entries(MODES)) {
  test(`${mode} nobody enters by one press`, async ({ page }) => {
    const product = await startProductAgain(settings)
    try {
      await page.goto(`${product.url}/sign-in`)
      await expect(page.getByLabel('Your e-mail address')).toBeVisible()
      await expect(page.getByRole('main').getByRole('button')).toHaveCount(1)
    } finally {
      await page.goto('about:blank')
      await product.stop()
    }
  })
}
