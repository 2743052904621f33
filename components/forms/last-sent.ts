import { useSyncExternalStore } from 'react'

let last: string | null = null
const watchers = new Set<() => void>()

/** Notes which form of the page was sent last. */
export function noteSent(form: string) {
  last = form
  for (const tell of watchers) tell()
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
