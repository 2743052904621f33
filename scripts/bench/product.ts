import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { openSession } from '../../tests/e2e/support/people'
import { PERSONAS } from '../../lib/people/personas'
import { findFreePort } from '../embedded/ports'
import { startApp } from '../start/app'
import { Problem } from '../start/problem'
import { root } from '../start/stamps'
import type { BenchDatabase } from './database'
import { listSettings } from './process'

/** A main page, and who looks at it. */
export type Page = { name: string; path: string; cookie: string }

/** The built product on the bench's database. */
export type Product = { url: string; region: { id: string; slug: string }; pages: Page[] }

/** Serves the built product on a free port for the time of the work; `folder`: a twin's. */
export async function withProduct<T>(
  database: BenchDatabase,
  work: (product: Product) => Promise<T>,
  folder = root,
): Promise<T> {
  await access(join(folder, '.next/BUILD_ID')).catch(() => {
    throw new Problem('There is no build to measure: run `npm run build` first.')
  })
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  const data = join(database.folder, 'data')
  const env = { ...listSettings(database), APP_URL: url, NEXTAUTH_URL: url, DATA_DIR: data }
  const app = await startApp('start', port, env, folder)
  try {
    return await work({ url, ...(await listPages(database)) })
  } finally {
    await app.stop()
  }
}

/** The six main pages: what people open every day, and the door. */
async function listPages({ owner }: BenchDatabase) {
  const { rows } = await owner.query<{ id: string; slug: string; step: string }>(
    `select r.id, r.slug, (select id from guide_steps order by number offset 2 limit 1) step
      from members m join regions r on r.id = m.region_id join users u on u.id = m.user_id
      where u.email = $1 and m.role = 'coordinator' order by r.slug limit 1`,
    [PERSONAS.coordinator.email],
  )
  const [region] = rows
  if (!region) throw new Error('The sample programme has no coordinator.')
  const coordinator = `lep-session=${await openSession(owner, 'coordinator')}`
  const staff = `lep-session=${await openSession(owner, 'staff')}`
  const home = `/regions/${region.slug}`
  const pages: Page[] = [
    { name: 'region home', path: home, cookie: coordinator },
    { name: 'step', path: `${home}/steps/${region.step}`, cookie: coordinator },
    { name: 'partners', path: `${home}/partners`, cookie: coordinator },
    { name: 'my work', path: '/my', cookie: coordinator },
    { name: 'compare', path: '/compare', cookie: staff },
    { name: 'landing', path: '/', cookie: '' },
  ]
  return { region, pages }
}

/** A page's HTML. Throws unless it is that page, whole. */
export async function readPage(url: string, { path, cookie }: Page): Promise<string> {
  const answer = await fetch(url + path, { headers: { cookie }, redirect: 'manual' })
  const html = await answer.text()
  if (answer.status !== 200 || !html.includes('</html>')) {
    throw new Error(`${path} answers ${answer.status} instead of a page.`)
  }
  return html
}
