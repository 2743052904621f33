import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from './problem'
import { root } from './stamps'

const patience = 30_000

/** The app's own process, serving. */
export type App = {
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>
  /** Lets it finish the requests in flight, 30 seconds at most. */
  stop: () => Promise<void>
  /** Ends it at once. */
  kill: () => void
}

/**
 * Starts the app and waits until it answers. Throws with what it printed if it does not.
 * `folder`: where it is built, if not in the checkout.
 */
export async function startApp(
  mode: 'start' | 'dev',
  port: number,
  env: NodeJS.ProcessEnv,
  folder = root,
): Promise<App> {
  const leash = new URL('./leash.mjs', import.meta.url).href
  const next = 'node_modules/next/dist/bin/next'
  // A group of its own: Ctrl-C reaches the app through us, once.
  const child = spawn(process.execPath, ['--import', leash, next, mode, folder, '-p', `${port}`], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let greeting = ''
  const collect = (text: Buffer) => (greeting += text)
  child.stdout?.on('data', collect)
  let isGone = false
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isGone = true
      resolve()
    })
    child.once('error', () => resolve())
  })
  const app: App = {
    ended,
    stop: async () => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), patience)
      await ended
      clearTimeout(timer)
    },
    kill: () => child.kill('SIGKILL'),
  }
  await untilAnswering(port, () => isGone).catch(async (error: unknown) => {
    app.kill()
    console.error(greeting.trim())
    throw error
  })
  child.stdout?.off('data', collect).pipe(process.stdout)
  return app
}

async function untilAnswering(port: number, isGone: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (isGone()) throw new Problem('The app ended at once: the reason is above.')
    try {
      const timeout = AbortSignal.timeout(30_000)
      await fetch(`http://127.0.0.1:${port}/api/health/live`, { signal: timeout })
      return
    } catch {
      await sleep(40)
    }
  }
  throw new Problem('The app did not answer within a minute: look at its output above.')
}
