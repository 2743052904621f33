import type { Room } from '@/lib/consensus/room/rules'
import { pauseBefore } from '@/lib/live/news/rules'

/** What the server tells a phone; `own` when it was asked anew. */
export interface Told {
  room: Room
  own?: Record<string, number>
}

interface Listener {
  code: string
  onTold: (told: Told) => void
  onAway: (isAway: boolean) => void
  /** The seat is gone, or the room. */
  onGone: () => void
}

/**
 * Keeps a phone in touch with its room: by a stream, and by asking again and again where none comes
 * through. Gives what ends it.
 */
export function followRoom({ code, onTold, onAway, onGone }: Listener): () => void {
  const path = `/session/${encodeURIComponent(code)}`
  const listening = new AbortController()
  const { signal } = listening
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0

  const open = () => {
    clearTimeout(timer)
    source?.close()
    if (signal.aborted) return
    source = new EventSource(`${path}/live`)
    source.addEventListener('room', ({ data }) => {
      attempt = 0
      hear(JSON.parse(data) as Told)
    })
    source.addEventListener('error', () => {
      source?.close()
      void look()
      const pause = pauseBefore(attempt++, { least: 1000, most: 8000, chance: Math.random() })
      timer = setTimeout(open, pause)
    })
  }
  const hear = (told: Told) => {
    onAway(false)
    onTold(told)
    if (told.room.phase === 'ended') stop()
  }
  const look = async () => {
    try {
      const answer = await fetch(`${path}/room`, { signal, cache: 'no-store' })
      if (answer.ok) return hear((await answer.json()) as Told)
      if (answer.status === 404 && !signal.aborted) {
        stop()
        onGone()
      }
    } catch {
      if (!signal.aborted) onAway(true)
    }
  }
  const stop = () => {
    clearTimeout(timer)
    source?.close()
    listening.abort()
  }
  const comeBack = () => {
    if (document.hidden) return
    attempt = 0
    open()
  }
  document.addEventListener('visibilitychange', comeBack, { signal })
  window.addEventListener('online', comeBack, { signal })
  window.addEventListener('offline', () => onAway(true), { signal })
  open()
  return stop
}
