import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { PERSONAS } from '../../lib/people/personas'
import { findFreePort } from '../../scripts/embedded/ports'
import {
  findProcesses,
  listAlive,
  type Start,
  typeStart,
  until,
  untilGreeted,
} from '../support/npm-start'

const folder = inject('checkout')

let port = ''
beforeAll(async () => {
  port = String(await findFreePort())
})

let start: Start | undefined
/** The start that runs, or a new one, answering. */
async function started(): Promise<Start> {
  if (!start) {
    start = await typeStart(folder, { PORT: port })
    await untilGreeted(start)
  }
  return start
}

/** Waits for the end of the start that runs and gives its exit code. */
async function ended(): Promise<number | null | undefined> {
  if (!start) return undefined
  let code: number | null | undefined
  void start.ended.then((given) => (code = given))
  await until('the start and all that it started had ended', () => code !== undefined)
  start = undefined
  return code
}

afterAll(async () => {
  start?.child.kill('SIGTERM')
  await ended()
})

test('the first start leads to a sign-in that works', async () => {
  const { url } = await started()
  await expectWelcome(url, await signIn(url))
})

test('a second start beside the first is refused and disturbs nothing', async () => {
  const { url } = await started()
  const second = await typeStart(folder)
  expect(await second.ended).toBe(1)
  expect(second.read().errors).toBe(
    `LEP Journey runs from this folder already, at ${url}: use that, or stop it first.`,
  )
  await expectWelcome(url, await signIn(url))
})

test('after the supervisor was killed, a new start works', async () => {
  const [{ url }, processes] = [await started(), await findProcesses(folder)]
  const cookie = await signIn(url)
  process.kill(processes.supervisor, 'SIGKILL')
  expect(await ended()).not.toBe(0)
  await until('the app has ended', async () => !(await listAlive(processes)).includes('app'))
  await expectRecovered(cookie)
})

for (const [victim, name] of [
  ['app', 'The app'],
  ['database', 'The built-in PostgreSQL'],
] as const) {
  test(`after the ${victim} was killed, everything ends and a new start works`, async () => {
    const [{ read, url }, processes] = [await started(), await findProcesses(folder)]
    const cookie = await signIn(url)
    process.kill(processes[victim], 'SIGKILL')
    expect(await ended()).toBe(1)
    expect(read().errors).toContain(
      `${name} ended unexpectedly and everything was stopped: start again with npm start.`,
    )
    expect(await listAlive(processes)).toEqual([])
    await expectRecovered(cookie)
  })
}

for (const [gesture, signal] of [
  ['SIGTERM', (pid: number) => process.kill(pid, 'SIGTERM')],
  ['Ctrl-C', (pid: number) => process.kill(-pid, 'SIGINT')],
] as const) {
  test(`${gesture} ends app and database`, async () => {
    const [{ child, read }, processes] = [await started(), await findProcesses(folder)]
    signal(child.pid ?? 0)
    expect(await ended()).toBe(0)
    expect(read().output).toContain('Stopping: requests in flight are finished first.')
    expect(read().errors).toBe('')
    expect(await listAlive(processes)).toEqual([])
  })
}

/** Presses a person of the sample programme, as a browser without scripts does; gives the cookie. */
async function signIn(url: string): Promise<string> {
  const html = await (await fetch(`${url}/sign-in`)).text()
  const form = html.split('<form').find((part) => part.includes('name="persona"')) ?? ''
  const body = new FormData()
  for (const [, name = '', value = ''] of form.matchAll(
    /<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g,
  )) {
    body.append(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
  }
  body.append('persona', 'coordinator')
  const sent = { method: 'POST', body, headers: { origin: url } }
  const answer = await fetch(`${url}/sign-in`, { ...sent, redirect: 'manual' })
  expect(answer.headers.get('location')).toBe('/start')
  const cookies = answer.headers.getSetCookie().map((set) => set.split(';')[0])
  return cookies.join('; ')
}

async function expectWelcome(url: string, cookie: string): Promise<void> {
  const page = await fetch(`${url}/my`, { headers: { cookie }, redirect: 'manual' })
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(PERSONAS.coordinator.name)
}

/** Signing in works, and whoever was signed in before still is. */
async function expectRecovered(cookie: string): Promise<void> {
  const { url } = await started()
  await expectWelcome(url, cookie)
  await expectWelcome(url, await signIn(url))
}
