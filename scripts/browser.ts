import { access } from 'node:fs/promises'
import { chromium } from '@playwright/test'

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The browser that tests and measurements use: Playwright's own, else an installed Chrome or
 * Chromium, else the one that comes from npm.
 */
export async function findBrowser(): Promise<{ executablePath: string; args: string[] }> {
  // Of the npm browser's own arguments others would hide what a browser forbids.
  const args = ['--no-sandbox', '--disable-gpu']
  for (const path of [chromium.executablePath(), ...installed]) {
    if (await exists(path)) return { executablePath: path, args }
  }
  const { default: bundled } = await import('@sparticuz/chromium')
  return { executablePath: await bundled.executablePath(), args }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
