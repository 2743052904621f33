import { pauseBefore } from '@/lib/live/news/rules'

interface Hearing {
  /** The region's slug. */
  region: string
  /** When the page was made, by the server's clock. */
  since: string
  /** Something happened; `own`: by this very person. */
  onChange: (change: { own: boolean }) => void
}

/** Whoever was never let in stops asking. */
const MOST_TRIES = 4

/**
 * Hears of changes in a region for as long as the page is looked at: a browser has few connections,
 * and a hidden page needs none. What was missed meanwhile is told on coming back. Gives what ends it.
 */
export function hearOf({ region, since, onChange }: Hearing): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let known = since
  let attempt = 0
  let wasOpen = false
  let isOver = false

  const open = () => {
    clearTimeout(timer)
    if (source || isOver || document.hidden) return
    source = new EventSource(
      `/api/live/${encodeURIComponent(region)}?since=${encodeURIComponent(known)}`,
    )
    source.addEventListener('hello', ({ data }) => {
      const { at, missed } = JSON.parse(data) as { at: string; missed: boolean }
      attempt = 0
      wasOpen = true
      known = at
      if (missed) onChange({ own: false })
    })
    source.addEventListener('changed', ({ data }) => {
      const { at, own } = JSON.parse(data) as { at: string; own: boolean }
      known = at
      onChange({ own })
    })
    // The session has ended, or the region is no longer this person's.
    source.addEventListener('bye', stop)
    source.addEventListener('error', retry)
  }
  const shut = () => {
    clearTimeout(timer)
    source?.close()
    source = null
  }
  const retry = () => {
    shut()
    if (!wasOpen && attempt >= MOST_TRIES) return
    const pause = pauseBefore(attempt++, { least: 1000, most: 60_000, chance: Math.random() })
    timer = setTimeout(open, pause)
  }
  const comeBack = () => {
    if (document.hidden) return shut()
    attempt = 0
    open()
  }
  const stop = () => {
    isOver = true
    shut()
    listening.abort()
  }
  const listening = new AbortController()
  const { signal } = listening
  document.addEventListener('visibilitychange', comeBack, { signal })
  window.addEventListener('online', comeBack, { signal })
  open()
  return stop
}
