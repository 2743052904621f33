import { type BrowserContext, expect, type Page, test as base } from '@playwright/test'
import type pg from 'pg'
import { expectAccessible } from './look'
import { openOwner, openSession, type Who } from './people'

type Fixtures = {
  /** Signs the page's browser in as somebody. */
  as: (who: Who) => Promise<void>
  /** A browser of its own for a second person. */
  another: (who: Who) => Promise<Page>
  /** Nothing may be written to the console, and the page a test ends on is accessible. */
  isClean: void
}

/** A browser that knows how to sign in, and fails when a page complains or locks somebody out. */
export const test = base.extend<Fixtures, { owner: pg.Pool }>({
  owner: [
    async ({}, provide) => {
      const owner = await openOwner()
      await provide(owner)
      await owner.end()
    },
    { scope: 'worker' },
  ],
  as: async ({ context, owner, baseURL }, provide) => {
    await provide(async (who) => keepCookie(context, await openSession(owner, who), baseURL))
  },
  another: async ({ browser, owner, baseURL, contextOptions }, provide) => {
    const contexts: BrowserContext[] = []
    await provide(async (who) => {
      const context = await browser.newContext({ ...contextOptions, baseURL })
      contexts.push(context)
      await keepCookie(context, await openSession(owner, who), baseURL)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
  isClean: [
    async ({ context, page, javaScriptEnabled }, provide, info) => {
      const complaints = listComplaints(context)
      await provide()
      if (info.status !== info.expectedStatus) return
      if (javaScriptEnabled !== false && page.url().startsWith('http')) await expectAccessible(page)
      expect(complaints, 'what pages wrote to the console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

async function keepCookie(context: BrowserContext, secret: string, url?: string) {
  await context.addCookies([{ name: 'lep-session', value: secret, url, httpOnly: true }])
}

function listComplaints(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return
    // The browser notes that a page itself answered 404; a missing part of a page still counts.
    const isPageItself = message.location().url === message.page()?.url()
    if (isPageItself && /status of 404/.test(message.text())) return
    // A browser cannot be kept from noting that a stream ended with its session.
    const isStream = new URL(message.location().url || 'about:blank').pathname.startsWith(
      '/api/live/',
    )
    if (isStream && /status of 401/.test(message.text())) return
    // The browser notes each request that a test takes the network away from.
    if (message.text().includes('net::ERR_INTERNET_DISCONNECTED')) return
    complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  return complaints
}
