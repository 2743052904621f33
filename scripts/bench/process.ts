import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from '../start/stamps'

/** The settings a process of the product needs to reach a database, without any of the caller's. */
export function listSettings(urls: { appUrl: string; ownerUrl?: string }): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return {
    ...{ PATH, HOME, TMPDIR },
    NODE_ENV: 'production',
    NEXTAUTH_SECRET: 'a-secret-of-one-measurement-and-no-other',
    APP_DATABASE_URL: urls.appUrl,
    // Where tests/support/owner.ts finds the owner's door.
    ...(urls.ownerUrl ? { TEST_OWNER_URL: urls.ownerUrl } : {}),
    EMBEDDED: '1',
    JOBS: 'off',
    SAMPLE: '1',
    LOG_LEVEL: 'error',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** Runs a TypeScript program of the checkout that talks over its channel; its output is ours. */
export function startProgram(script: string, env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
}

/** Sends a question over a program's channel and gives its answer. Throws if the program ends. */
export async function ask<T>(program: ChildProcess, question: object): Promise<T> {
  program.send(question)
  const answered = new AbortController()
  const { signal } = answered
  const ended = once(program, 'exit', { signal }).then(() => {
    throw new Error('A process of the measurement ended: its reason is above.')
  })
  ended.catch(() => undefined)
  try {
    const [answer] = await Promise.race([once(program, 'message', { signal }), ended])
    return answer as T
  } finally {
    answered.abort()
  }
}
