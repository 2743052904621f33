import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import type pg from 'pg'

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

const run = promisify(execFile)

/**
 * Lets the mail that waits for somebody go now instead of in ten minutes, and gives the address that
 * it asks to follow.
 */
export async function mailNow(owner: pg.Pool, page: Page, email: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `update mailboxes m set due_at = now() - interval '1 minute' from users u
      where u.id = m.user_id and u.email = $1 returning u.id`,
    [email],
  )
  const { PATH, HOME, LEP_TEST_URL, LEP_TEST_SECRET } = process.env
  const { LEP_TEST_APP_DATABASE_URL, LEP_TEST_DATA_DIR } = process.env
  const script = fileURLToPath(import.meta.resolve('./send-letter.ts'))
  await run(process.execPath, ['--import', 'tsx', script, rows[0]?.id ?? ''], {
    cwd: join(import.meta.dirname, '../../..'),
    env: {
      ...{ PATH, HOME, NODE_ENV: 'production', EMBEDDED: '1', SAMPLE: '1' },
      ...{ APP_URL: LEP_TEST_URL, NEXTAUTH_URL: LEP_TEST_URL, NEXTAUTH_SECRET: LEP_TEST_SECRET },
      ...{ APP_DATABASE_URL: LEP_TEST_APP_DATABASE_URL, DATA_DIR: LEP_TEST_DATA_DIR },
    },
  })
  await openLatestMail(page, email)
  return findLink(page)
}
