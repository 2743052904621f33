import { expect, test } from './support/test'

test('the product says that it lives and that it is ready', async ({ request }) => {
  for (const path of ['/api/health/live', '/api/health/ready']) {
    const answer = await request.get(path)
    expect(answer.status()).toBe(200)
  }
})

test('a page that is not there says so and leads back', async ({ page }) => {
  const answer = await page.goto('/no/such/page')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'This page is not here.' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'To my work' })).toBeVisible()
})
