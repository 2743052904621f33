import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from './browser'
import { Problem, reportFailure } from './start/problem'
import { root } from './start/stamps'

const folder = join(root, 'docs/images')

/** The pictures of the README: who sees what, on which screen. */
const pictures = [
  {
    file: 'region-home.png',
    persona: 'coordinator',
    path: '/regions/dolni-kraj',
    screen: { viewport: { width: 1440, height: 1000 }, colorScheme: 'light' },
  },
  {
    file: 'phone.png',
    persona: 'partner',
    path: '/my',
    screen: { viewport: { width: 390, height: 844 }, colorScheme: 'dark', deviceScaleFactor: 2 },
  },
] as const

/** Takes the README's pictures of a running product with the sample programme. */
async function takePictures(appUrl: string) {
  await mkdir(folder, { recursive: true })
  const browser = await chromium.launch(await findBrowser())
  try {
    for (const picture of pictures) {
      await takePicture(browser, appUrl, picture)
      console.log(`docs/images/${picture.file}`)
    }
  } finally {
    await browser.close()
  }
}

async function takePicture(browser: Browser, appUrl: string, picture: (typeof pictures)[number]) {
  const { file, persona, path, screen } = picture
  const context = await browser.newContext({ ...screen, locale: 'en-GB', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const signIn = new URL('/sign-in', appUrl)
  signIn.search = new URLSearchParams({ next: path }).toString()
  await page.goto(signIn.href).catch(() => {
    throw new Problem(`Nothing answers at ${appUrl}: start the product, or name it by APP_URL.`)
  })
  const enter = page.locator(`button[name=persona][value=${persona}]`)
  if ((await enter.count()) === 0) {
    throw new Problem('The pictures show the sample programme: start the product with SAMPLE=1.')
  }
  await enter.click()
  await page.waitForURL(new URL(path, appUrl).href)
  await page.waitForLoadState('networkidle')
  // Typefaces that come too late for the first page are there for the second.
  await page.reload({ waitUntil: 'networkidle' })
  // Where the button was, something else would look pointed at.
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, file) })
  await context.close()
}

takePictures(process.env.APP_URL || 'http://localhost:3000').catch(reportFailure)
