import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { node, root } from './install.mjs'

/**
 * Runs a TypeScript program on the pinned Node in the place of this process: it gets the signals,
 * and its exit code becomes ours. It notices by the channel when this process is killed.
 */
export function runInstead(script, args) {
  const child = spawn(node, ['--import', 'tsx', script, ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const forward = (signal) => child.connected && child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward(signal))
  watchParent(() => forward('SIGTERM'))
  child.once('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal ? constants.signals[signal] : 1))
  })
}

/** Some shells that npm puts in between die of a signal without passing it on. */
function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && onGone(), 1000).unref()
}
