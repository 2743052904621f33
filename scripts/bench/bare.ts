import { spawn } from 'node:child_process'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '../embedded/ports'
import { runProgram } from '../start/programs'
import { root } from '../start/stamps'

const next = join(root, 'node_modules/next/dist/bin/next')
// Outside the checkout, or Next takes the product's proxy and instrumentation for its own.
const folder = join(tmpdir(), `lep-bare-${process.pid}`)

// The least that Next can serve on each request: no data, no proxy, no styles, one client component.
const FILES = {
  'next.config.mjs': `export default {
  poweredByHeader: false,
  turbopack: { root: ${JSON.stringify(parse(root).root)} },
}
`,
  'package.json': '{ "private": true, "type": "module" }\n',
  'app/layout.jsx': `export default function Layout({ children }) {
  return <html lang="en"><head><title>Bare</title></head><body>{children}</body></html>
}
`,
  'app/page.jsx': `import { connection } from 'next/server'

export default async function Page() {
  await connection()
  const lines = Array.from({ length: Number(process.env.BARE_LINES) }, (_, n) => n)
  return <main>{lines.map((n) => <p key={n}>{n} ${'word '.repeat(16)}</p>)}</main>
}
`,
}

/** The bare page, serving. */
export type Bare = { url: string; stop: () => Promise<void> }

/** Builds the bare app with the same Next. */
export async function buildBare(): Promise<void> {
  await removeBare()
  await mkdir(join(folder, 'app'), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text)
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  await runProgram(next, ['build', folder], env)
}

/** Takes the bare app away again. */
export function removeBare(): Promise<void> {
  return rm(folder, { recursive: true, force: true })
}

/** Serves the bare page with about as many bytes of HTML as wanted. */
export async function startBare(bytes: number): Promise<Bare> {
  const sizes: number[] = []
  for (const lines of [100, 200]) {
    const bare = await serve(lines)
    sizes.push((await (await fetch(bare.url)).text()).length)
    await bare.stop()
  }
  const [hundred = 0, twoHundred = 0] = sizes
  const perLine = (twoHundred - hundred) / 100
  return serve(Math.max(1, Math.round(100 + (bytes - hundred) / perLine)))
}

async function serve(lines: number): Promise<Bare> {
  const port = await findFreePort()
  const child = spawn(process.execPath, [next, 'start', folder, '-p', `${port}`], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      BARE_LINES: `${lines}`,
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${port}/`
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) break
    if (attempt > 300) throw new Error('The bare page does not answer.')
    await sleep(50)
  }
  const stop = () => {
    // It has nothing to finish, and kept-alive connections would hold it up.
    child.kill('SIGKILL')
    return ended
  }
  return { url, stop }
}
