import { expect, type Page } from '@playwright/test'

/** Opens the newest mail to an address in the outbox. */
export async function openLatestMail(page: Page, to: string): Promise<void> {
  await page.goto('/outbox')
  const row = page.getByRole('listitem').filter({ hasText: `To ${to}` })
  await row.first().getByRole('link').click()
  await expect(page).toHaveURL(/\/outbox\/[0-9a-f-]{36}$/)
  await expect(page.getByText(`To ${to}`)).toBeVisible()
}

/** The address that the mail on the page asks to follow. */
export async function findLink(page: Page): Promise<string> {
  const address = await page.getByRole('link', { name: 'Follow its link' }).getAttribute('href')
  if (!address) throw new Error('The mail has no link.')
  return address
}
