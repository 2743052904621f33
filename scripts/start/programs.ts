import { spawn } from 'node:child_process'
import { root } from './stamps'
import { Problem } from './problem'
import { stopping } from './stopping'

/**
 * Runs a program of Node's to its end, silently. Throws with what it printed when it fails.
 *
 * @param script path in the checkout
 */
export async function runProgram(
  script: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<string> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    signal: stopping.signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return output
  if (/ENOSPC|No space left/i.test(output)) {
    throw new Problem('The disk is full: free some space and start again.')
  }
  throw new Problem(`${output.trim()}\n\n${script} ${args[0]} failed: the reason is above.`)
}
