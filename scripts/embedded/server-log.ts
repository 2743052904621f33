import { Problem } from '../start/problem'

/** PostgreSQL's own variables in the environment must not steer the built-in server. */
export function cleanEnv(): NodeJS.ProcessEnv {
  const env = { ...process.env, LC_ALL: 'C' }
  for (const name of Object.keys(env)) if (name.startsWith('PG')) Reflect.deleteProperty(env, name)
  return env
}

/** What PostgreSQL printed when it failed, as one sentence. */
export function explainServer(output: string, log?: string): Error {
  if (/No space left on device/i.test(output)) {
    return new Problem('The disk is full: free some space and start again.')
  }
  if (/Permission denied/i.test(output)) {
    return new Problem(
      `PostgreSQL may not use its folder (${lastLine(output)}): give it back to the user who starts it.`,
    )
  }
  const where = log ? `; the whole story is in ${log}` : ''
  return new Problem(`The built-in PostgreSQL did not start: ${lastLine(output)}${where}.`)
}

function lastLine(output: string): string {
  const lines = output.trim().split('\n')
  return (lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1) ?? '').trim()
}
