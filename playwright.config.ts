import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser'

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'http/**/*.spec.ts'],
  // The setup starts a database and the built product; its addresses reach the tests by environment.
  globalSetup: './tests/e2e/support/product.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.LEP_TEST_URL,
    locale: 'en-GB',
    timezoneId: 'Europe/Prague',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1280, height: 900 },
    launchOptions: await findBrowser(),
  },
})
