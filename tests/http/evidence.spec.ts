import { expect, test } from '@playwright/test'
import { latin, makePage, makePng, utf8 } from '../support/files/make'
import { HOSTILE } from '../support/files/hostile'
import { createSignedIn, snapshotOf, visit, type SignedIn, type Visitor } from '../support/http'
import { layFile } from '../support/evidence-file'
import { sql } from '../support/owner'

const entry = 'purpose.checklist.gap-question-written'

let world: SignedIn
test.beforeEach(async () => {
  world = await createSignedIn()
  await layFile(world.own)
  await layFile(world.foreign)
})

function formOf(name: string, bytes: Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) {
  const form = new FormData()
  const fields = { regionId: world.own.id, entry, words: 'seen', datedOn: '2026-01-15', ...more }
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  form.append('file', new Blob([bytes]), name)
  return form
}

interface Sending {
  who?: Visitor
  region?: string
  headers?: Record<string, string>
}

/** Sends a form as a page's script would, unless told otherwise. */
function send(body: BodyInit, { who = 'coordinator', region, headers = {} }: Sending = {}) {
  const origin = new URL(process.env.LEP_TEST_URL ?? '').origin
  return visit(`/api/evidence/${region ?? world.own.slug}`, world.cookies[who], {
    method: 'POST',
    body,
    headers: { origin, accept: 'application/json', ...headers },
  })
}

/** What a sending is answered, as '200 refused'. */
async function outcomeOf(sending: Promise<Response>) {
  const answer = await sending
  return `${answer.status} ${((await answer.json()) as { status: string }).status}`
}

async function countPieces() {
  const [row] = await sql<{ count: number }>(
    'select count(*)::int from evidence where region_id = $1',
    [world.own.id],
  )
  return row?.count
}

const plain = (bytes: Buffer) => new Uint8Array(bytes)

test('a file comes back as it was sent, sealed, as something to save', async () => {
  const bytes = plain(makePage())
  const sent = await send(formOf('Zápis č. 1.pdf', bytes))
  expect([sent.status, await sent.json()]).toMatchObject([200, { status: 'saved' }])
  const [row] = await sql<{ id: string }>(
    `select id from evidence where region_id = $1 and file_name = 'Zápis č. 1.pdf'`,
    [world.own.id],
  )
  for (const who of ['coordinator', 'partner', 'observer', 'staff', 'admin'] as const) {
    const path = `/api/evidence/${world.own.slug}/${row?.id}`
    const { status, headers, ...rest } = await visit(path, world.cookies[who]).then(
      async (answer) => ({
        ...{ status: answer.status, headers: answer.headers },
        body: new Uint8Array(await answer.arrayBuffer()),
      }),
    )
    expect(status).toBe(200)
    expect(rest.body).toEqual(bytes)
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Zapis c. 1.pdf"; filename*=UTF-8''Z%C3%A1pis%20%C4%8D.%201.pdf`,
    )
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; sandbox;/)
    expect(headers.get('content-security-policy')).not.toMatch(/script-src|'self'|,/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toContain('no-store')
  }
})

test('files of another region and files that do not exist look the same', async () => {
  const { own, foreign, cookies } = world
  const paths = [
    `/api/evidence/${foreign.slug}/${foreign.evidence}`,
    `/api/evidence/${own.slug}/${foreign.evidence}`,
    `/api/evidence/${own.slug}/${crypto.randomUUID()}`,
    `/api/evidence/no-such-region/${own.evidence}`,
    `/api/evidence/${own.slug}/..%2f..%2fsecrets.json`,
    `/api/evidence/${own.slug}/not-an-id`,
  ]
  for (const who of ['coordinator', 'partner', 'observer', 'former'] as const) {
    for (const path of paths) {
      const answer = await visit(path, cookies[who])
      expect([path, answer.status, await answer.text()]).toEqual([path, 404, ''])
    }
  }
})

test('only those who may add to the region may send at all, and before a byte is read', async () => {
  const { own, foreign } = world
  const word = crypto.randomUUID()
  const before = await snapshotOf(world, word)
  const form = () => formOf('a.png', plain(makePng()), { words: word })
  const heard: Record<string, number> = {}
  for (const who of [
    'staff',
    'admin',
    'observer',
    'outsider',
    'former',
    'anonymous',
    'disabled',
  ] as const) {
    heard[who] = (await send(form(), { who })).status
  }
  const nothing = { staff: 404, admin: 404, observer: 404, outsider: 404, former: 404 }
  expect(heard).toEqual({ ...nothing, anonymous: 401, disabled: 401 })
  // Pavel's organisation does not look after this item; and nobody reaches into another region.
  expect(await outcomeOf(send(form(), { who: 'partner' }))).toBe('200 refused')
  expect((await send(form(), { region: foreign.slug })).status).toBe(404)
  const elsewhere = formOf('a.png', plain(makePng()), { words: word, regionId: foreign.id })
  expect(await outcomeOf(send(elsewhere))).toBe('200 refused')
  const instead = { words: word, replaces: foreign.evidence, version: '1' }
  expect(await outcomeOf(send(formOf('a.png', plain(makePng()), instead)))).toBe('200 refused')
  const toOthers = formOf('a.png', plain(makePng()), { words: word, regionId: foreign.id })
  expect((await send(toOthers, { who: 'outsider', region: own.slug })).status).toBe(404)
  expect(await snapshotOf(world, word)).toEqual(before)
})

test('another site cannot send with a person’s cookie', async () => {
  const before = await countPieces()
  for (const origin of ['https://evil.example', 'null', '']) {
    const answer = await send(formOf('a.png', plain(makePng())), { headers: { origin } })
    expect([origin, answer.status]).toEqual([origin, 403])
  }
  expect(await countPieces()).toBe(before)
})

test('of the hostile files none is taken', async () => {
  const before = await countPieces()
  // A person may send so many in an hour; the unit test goes through all of them.
  for (const [what, name, bytes] of HOSTILE.filter((_, index) => index % 2 === 0)) {
    const answer = await send(formOf(name, plain(bytes)))
    const { status, faults } = (await answer.json()) as { status: string; faults: { file: string } }
    expect([what, answer.status, status]).toEqual([what, 200, 'refused'])
    expect(faults.file).toMatch(/\w/)
  }
  expect(await countPieces()).toBe(before)
})

test('a large file arrives whole, and one too large gets a sentence', async () => {
  const note = utf8('A line of the minutes of our forum.\n')
  const large = plain(Buffer.concat(Array.from({ length: 480_000 }, () => note)))
  expect(large.length).toBeGreaterThan(16 * 1024 * 1024)
  expect(await outcomeOf(send(formOf('minutes.txt', large)))).toBe('200 saved')
  const [row] = await sql<{ file_size: number }>(
    `select file_size from evidence where region_id = $1 and file_name = 'minutes.txt'`,
    [world.own.id],
  )
  expect(row?.file_size).toBe(large.length)
  for (const megabytes of [20.01, 30]) {
    const answer = await send(formOf('a.txt', new Uint8Array(megabytes * 1024 * 1024)))
    expect(await answer.json()).toMatchObject({
      status: 'refused',
      faults: {
        file: 'This file is larger than 20 MB. A smaller picture or a link to where it lies will do.',
      },
    })
  }
})

test('what is no form, no file or too many fields is refused without a crash', async () => {
  const before = await countPieces()
  const bodies: [BodyInit, Record<string, string>][] = [
    ['', {}],
    ['{}', { 'content-type': 'application/json' }],
    ['nothing', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['--x\r\n', { 'content-type': 'multipart/form-data' }],
    [formOf('a.txt', new Uint8Array(0)), {}],
    [formOf('a.png', plain(makePng()), { role: 'admin' }), {}],
    [formOf('a.png', plain(makePng()), { entry: 'no such' }), {}],
    [formOf('a.png', plain(makePng()), { entry: 'purpose.checklist.no-such' }), {}],
    [formOf('a.png', plain(makePng()), { datedOn: '2999-01-01' }), {}],
    [formOf('a.png', plain(makePng()), { words: 'x'.repeat(50_000) }), {}],
    [formOf('a.png', plain(makePng()), { __proto__x: '{}', version: 'none' }), {}],
  ]
  const twice = formOf('a.png', plain(makePng()))
  twice.append('file', new Blob([latin('x')]), 'b.png')
  for (const [body, headers] of [...bodies, [twice, {}] as (typeof bodies)[number]]) {
    expect(await outcomeOf(send(body, { headers }))).toBe('200 refused')
  }
  expect(await countPieces()).toBe(before)
})

test('an impatient thumb adds one piece', async () => {
  const before = (await countPieces()) ?? 0
  const requestKey = crypto.randomUUID()
  const sendings = Array.from({ length: 4 }, () =>
    send(formOf('a.png', plain(makePng()), { requestKey })).then(({ status }) => status),
  )
  expect(await Promise.all(sendings)).toEqual([200, 200, 200, 200])
  expect(await countPieces()).toBe(before + 1)
})

test('without scripts the form comes back with a sentence and what was typed', async () => {
  const origin = new URL(process.env.LEP_TEST_URL ?? '').origin
  const sent = await visit(`/api/evidence/${world.own.slug}`, world.cookies.coordinator, {
    method: 'POST',
    headers: { origin, accept: 'text/html' },
    body: formOf('a.svg', plain(utf8('<svg onload=alert(1)>')), { words: 'Our poster' }),
  })
  const page = `/regions/${world.own.slug}/steps/purpose/checklist.gap-question-written`
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${page}#evidence`])
  const flash = sent.headers.get('set-cookie')?.split(';')[0] ?? ''
  const text = await (await visit(page, `${world.cookies.coordinator}; ${flash}`)).text()
  expect(text).toContain('This kind of file is not taken.')
  expect(text).toContain('Our poster')
  expect(await (await visit(page, world.cookies.coordinator)).text()).not.toContain('Our poster')
})

test('every answer of the door to files is sealed', async () => {
  for (const answer of [
    await visit(`/api/evidence/${world.own.slug}`, world.cookies.coordinator),
    await send('', { who: 'anonymous' }),
    await send(''),
    await visit(`/api/evidence/${world.own.slug}/none`, world.cookies.coordinator),
  ]) {
    const { headers } = answer
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; sandbox;/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('x-request-id')).toBeTruthy()
  }
})
