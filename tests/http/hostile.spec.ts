import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import type { ActionRow } from '../support/action-row'
import { ACTIONS } from '../support/action-rows'
import {
  callAction,
  createSignedIn,
  encodeForm,
  snapshotOf,
  visit,
  VISITORS,
} from '../support/http'

interface Manifest {
  node: Record<string, { filename: string; exportedName: string }>
}

const manifestFile = resolve(
  import.meta.dirname,
  '../../.next/server/server-reference-manifest.json',
)

/** The actions of the build by "file#name": what a stranger could call. */
async function listBuilt(): Promise<Map<string, string>> {
  const { node } = JSON.parse(await readFile(manifestFile, 'utf8')) as Manifest
  return new Map(Object.entries(node).map(([id, it]) => [`${it.filename}#${it.exportedName}`, id]))
}

type Fields = [string, string | Blob][]

const long = 'x'.repeat(100_000)

/** Forms in which one thing is wrong, for each field; none of them may do anything. */
function listHostileForms(fields: Record<string, string>, lists: readonly string[] = []): Fields[] {
  const right = Object.entries(fields)
  const others = (name: string) => right.filter(([key]) => key !== name)
  const wrongFields = right.flatMap(([name, value]): Fields[] => [
    ...(lists.includes(name) ? [] : [[...right, [name, value]] satisfies Fields]),
    [...others(name), [name, new Blob(['{}'], { type: 'application/json' })]],
    [...others(name), [name, long]],
    [...others(name), [name, `${value}\u0000`]],
    [...others(name), [`${name}[$ne]`, value], [name, '{"$ne":null}\u0000']],
  ])
  const more = [
    'role',
    'regionId',
    'version',
    '__proto__',
    'constructor',
    'userId',
    'programmeRole',
  ]
  const extras = more.map((name): Fields => [
    ...right,
    [name, name in fields ? (fields[name] ?? '') : 'admin'],
  ])
  return [...wrongFields, ...extras]
}

/** Arguments that are no form at all. */
const notForms = [
  '[]',
  '[null,null]',
  '[{"status":"idle"},{"regionId":{"contains":""},"__proto__":{"role":"admin"}}]',
  '[[],["a","b"]]',
  '["$undefined","text"]',
  '[null,{"keys":1}]',
  '{"__proto__":{"polluted":true}}',
]

/** What not even the framework can read: it says so with an error of its own. */
const unreadable = ['"$F1"', '[{"then":"$1"}]', 'no json', '']

test('every action of the build has its row', async () => {
  expect([...(await listBuilt()).keys()].sort()).toEqual(Object.keys(ACTIONS).sort())
})

test('a form that is right arrives when it is sent the way the hostile ones are', async () => {
  const name = 'app/(workspace)/regions/[region]/timeline/actions.ts#subscribe'
  const [world, built] = await Promise.all([createSignedIn(), listBuilt()])
  const id = built.get(name) ?? ''
  const path = `/regions/${world.own.slug}/timeline`
  const before = await snapshotOf(world, world.own.mark)
  const form = encodeForm([['regionId', world.own.id]])
  await callAction({ id, path, cookie: world.cookies.observer }, form)
  expect(await snapshotOf(world, world.own.mark)).not.toEqual(before)
})

for (const [name, row] of Object.entries(ACTIONS)) {
  test(`${name} does nothing with hostile forms`, async () => {
    const { crashes } = await callAll(name, row, async ({ send, world, word }) => {
      for (const fields of listHostileForms(row.fields(world, word), row.lists))
        await send(row.may, encodeForm(fields))
    })
    expect(crashes).toEqual([])
  })

  test(`${name} does nothing with what is no form, whoever sends it`, async () => {
    const { crashes } = await callAll(name, row, async ({ send }) => {
      for (const visitor of VISITORS) {
        for (const body of notForms) await send(visitor, body)
      }
    })
    expect(crashes).toEqual([])
  })
}

test('what cannot be read at all changes nothing, and the product goes on', async () => {
  const built = await listBuilt()
  const world = await createSignedIn()
  const before = await snapshotOf(world, world.own.mark)
  for (const [name, row] of Object.entries(ACTIONS)) {
    const call = {
      id: built.get(name) ?? '',
      path: row.path(world),
      cookie: world.cookies[row.may],
    }
    for (const body of unreadable) await (await callAction(call, body)).arrayBuffer()
  }
  expect(await snapshotOf(world, world.own.mark)).toEqual(before)
  expect((await visit('/api/health/ready')).status).toBe(200)
})

for (const [name, row] of Object.entries(ACTIONS)) {
  if (row.may === 'anonymous') continue
  test(`${name} does nothing for those who may not come in`, async () => {
    const { crashes } = await callAll(name, row, async ({ send, world, word }) => {
      const right = encodeForm(Object.entries(row.fields(world, word)))
      for (const visitor of ['anonymous', 'disabled'] as const) await send(visitor, right)
    })
    expect(crashes).toEqual([])
  })
}

interface Scene {
  world: Awaited<ReturnType<typeof createSignedIn>>
  word: string
  send: (visitor: (typeof VISITORS)[number], body: FormData | string) => Promise<void>
}

let kept: ReturnType<typeof createSignedIn> | undefined

/** One world serves all that must leave it as it was; what changes by being called gets its own. */
function worldOf({ always }: ActionRow) {
  return always ? createSignedIn() : (kept ??= createSignedIn())
}

/** Sends and looks whether anything has been written in that world, or has crashed. */
async function callAll(name: string, row: ActionRow, play: (scene: Scene) => Promise<void>) {
  const id = (await listBuilt()).get(name)
  expect(id, 'the action is in the build').toBeTruthy()
  const world = await worldOf(row)
  const word = `hostile-${crypto.randomUUID()}`
  const before = await snapshotOf(world, word, row.always)
  const crashes: string[] = []
  await play({
    world,
    word,
    send: async (visitor, body) => {
      const cookie = world.cookies[visitor]
      const response = await callAction({ id: id ?? '', path: row.path(world), cookie }, body)
      await response.arrayBuffer()
      if (response.status >= 500) {
        const sent =
          typeof body === 'string'
            ? body
            : [...body].map(([key, value]) => `${key}=${String(value).slice(0, 40)}`).join('&')
        crashes.push(`${visitor} ${response.status}: ${sent.slice(0, 300)}`)
      }
    },
  })
  expect(await snapshotOf(world, word, row.always)).toEqual(before)
  return { crashes }
}
