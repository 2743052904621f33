import { useSyncExternalStore } from 'react'

let last: string | null = null
let lastAt = -Infinity
const watchers = new Set<() => void>()

/** Notes which form of the page was sent last. */
export function noteSent(form: string) {
  last = form
  lastAt = performance.now()
  for (const tell of watchers) tell()
}

/** Whether a form of this page was sent within the last five seconds. */
export function hasJustSent() {
  return performance.now() - lastAt < 5000
}

/** Whether no other form was sent after this one, so that its outcome still holds. */
export function useIsLastSent(form: string) {
  const found = useSyncExternalStore(
    watch,
    () => last,
    () => null,
  )
  return found === null || found === form
}

function watch(tell: () => void) {
  watchers.add(tell)
  return () => void watchers.delete(tell)
}
