/** Aborted when the start is to end: whatever runs on its behalf ends with it. */
export const stopping = new AbortController()

/**
 * Calls back when the process is asked to end. Ctrl-C in a terminal arrives several times at once,
 * from the terminal and from npm; only a signal a second later or more is a person insisting.
 */
export function onStopSignal(onFirst: () => void, onInsisting: () => void): void {
  let first = 0
  const handle = () => {
    const now = performance.now()
    if (!first) {
      first = now
      onFirst()
    } else if (now - first > 1000) onInsisting()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handle)
  // The parent was killed without a chance to say so.
  process.on('disconnect', handle)
}
