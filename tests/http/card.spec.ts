import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { createSignedIn, type SignedIn, snapshotOf, visit } from '../support/http'
import { insert, sql } from '../support/owner'

let world: SignedIn
let secret: string

test.beforeEach(async () => {
  world = await createSignedIn()
  secret = await linkTo(world.own.task)
})

/** A living address of Pavel's to a task of his region. */
async function linkTo(task_id: string): Promise<string> {
  const made = randomBytes(32).toString('base64url')
  await insert('task_links', {
    ...{ region_id: world.own.id, task_id, user_id: world.viewers.partner.userId },
    token_hash: createHash('sha256').update(made).digest('hex'),
    expires_at: new Date(Date.now() + 3_600_000),
  })
  return made
}

function send(fields: Record<string, string>, { by = secret, cookie = '' } = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const headers = { accept: 'application/json' }
  return visit(`/api/card/${by}`, cookie, { method: 'POST', body: form, headers })
}

const tick = { move: 'tick', version: '1', note: 'It is there', link: '' }

test('looking changes nothing, however often, and tells nobody where it was', async () => {
  const before = await snapshotOf(world, world.own.mark)
  for (let look = 0; look < 5; look += 1) {
    const answer = await visit(`/t/${secret}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
  expect(await snapshotOf(world, world.own.mark)).toEqual(before)
})

test('shows the card and nothing that others said', async () => {
  await sql(`update task_partners set note = 'words of the others' where partner_id = $1`, [
    world.own.otherPartner,
  ])
  const page = await (await visit(`/t/${secret}`)).text()
  expect(page).toContain(world.own.mark)
  expect(page).not.toContain('words of the others')
  expect(page).not.toContain(world.viewers.coordinator.email)
})

test('a form cannot name another task, organisation or region', async () => {
  const before = await snapshotOf(world, world.own.mark)
  const others: Record<string, string>[] = [
    { id: world.own.proposal },
    { id: world.foreign.task, regionId: world.foreign.id },
    { partner: world.own.otherPartner },
    { regionId: world.foreign.id },
  ]
  for (const named of others) {
    const answer = await send({ ...tick, ...named })
    expect(((await answer.json()) as { status: string }).status).toBe('refused')
  }
  for (const move of ['accept', 'again', 'grant', 'reopen', 'nonsense']) {
    const answer = await send({ ...tick, move })
    expect(((await answer.json()) as { status: string }).status).toBe('refused')
  }
  expect(await snapshotOf(world, world.own.mark)).toEqual(before)
})

test('wrong, old and ended addresses are answered alike, with the same words', async () => {
  const [old, ended] = [await linkTo(world.own.proposal), secret]
  await sql('update task_links set ended_at = now() where task_id = $1', [world.own.task])
  await sql('update task_links set expires_at = now() where task_id = $1', [world.own.proposal])
  const answers = []
  for (const by of [old, ended, 'a'.repeat(43), 'none']) {
    const [page, sent] = [await visit(`/t/${by}`), await send(tick, { by })]
    answers.push({
      page: [page.status, (await page.text()).includes('This link opens nothing any more.')],
      sent: [sent.status, await sent.text()],
    })
  }
  expect(answers[0]?.page).toEqual([404, true])
  expect(answers[0]?.sent[0]).toBe(404)
  for (const answer of answers) expect(answer).toEqual(answers[0])
})

test('opens no page beyond the card, and no session', async () => {
  const { slug, task, taskFile } = world.own
  for (const path of [`/regions/${slug}/tasks/${task}`, '/my', `/api/tasks/${slug}/${taskFile}`]) {
    const answer = await visit(path, `lep-session=${secret}`)
    expect([303, 307]).toContain(answer.status)
    expect(answer.headers.get('location')).toContain('/sign-in')
  }
})

test('what is answered counts as its person’s, whoever else is signed in here', async () => {
  const answer = await send(tick, { cookie: world.cookies.coordinator })
  expect(await answer.json()).toMatchObject({ status: 'saved', goTo: '/t/thanks?did=submitted' })
  const [part] = await sql(
    'select state, submitted_by_id as by from task_partners where task_id = $1 and partner_id = $2',
    [world.own.task, world.own.partner],
  )
  expect(part).toEqual({ state: 'submitted', by: world.viewers.partner.userId })
})
