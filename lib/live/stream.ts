import type { Viewer } from '@/lib/auth/rules'
import { canSeeRegion } from '@/lib/auth/rules'
import { openHub } from '@/lib/live/hub'
import { formatEvent, HEARTBEAT, sumUp, type EventName, type News } from '@/lib/live/news/rules'

const BEAT = 15_000
/** News that come this close together are one. */
const GATHER = 60

interface Wanted {
  viewer: Viewer
  regionId: string
  /** A consensus session of the region, to hear of that instead. */
  roundId?: string
  /** Who is asking by now; null once the session has ended. */
  askAgain: () => Promise<Viewer | null>
  signal: AbortSignal
}

/**
 * A stream that says when something happens in a region, and nothing of what. Before each word, and
 * every 15 seconds, it asks whether its reader may still hear it. Null when there is no seat.
 */
export function openStream(wanted: Wanted): LiveStream | null {
  const stream = new LiveStream(wanted)
  return stream.isSeated ? stream : null
}

class LiveStream {
  private to: ReadableStreamDefaultController<Uint8Array> | null = null
  private unheard: News[] = []
  private isWaiting = false
  private beat = setInterval(() => void this.look(), BEAT)
  private leave: (() => void) | null
  readonly body: ReadableStream<Uint8Array>

  constructor(private wanted: Wanted) {
    const { viewer, regionId, roundId, signal } = wanted
    this.body = new ReadableStream({
      start: (controller) => void (this.to = controller),
      cancel: () => this.end(),
    })
    this.leave = openHub().take({
      ...{ userId: viewer.userId, regionId: roundId ?? regionId },
      hear: (news) => this.hear(news),
      end: () => this.end(),
    })
    if (!this.leave) this.end()
    signal.addEventListener('abort', () => this.end(), { once: true })
  }

  get isSeated() {
    return this.leave !== null
  }

  say(name: EventName, data: object) {
    this.write(formatEvent(name, data))
  }

  private hear(news: News | null) {
    if (news) this.unheard.push(news)
    if (this.isWaiting) return
    this.isWaiting = true
    setTimeout(() => void this.pass(), GATHER)
  }

  private async pass() {
    this.isWaiting = false
    const news = this.unheard.splice(0)
    if (await this.mayStill()) {
      this.say('changed', sumUp(news, this.wanted.viewer.userId, new Date()))
    }
  }

  private async look() {
    if (await this.mayStill()) this.write(HEARTBEAT)
  }

  /** Whoever may not hear any more is told to go; a database that is away ends the stream as well. */
  private async mayStill(): Promise<boolean> {
    const { askAgain, regionId } = this.wanted
    const viewer = await askAgain().catch(() => undefined)
    if (viewer && canSeeRegion(viewer, regionId)) return this.to !== null
    if (viewer !== undefined) this.say('bye', {})
    this.end()
    return false
  }

  private write(text: string) {
    this.to?.enqueue(new TextEncoder().encode(text))
  }

  private end() {
    clearInterval(this.beat)
    this.leave?.()
    const { to } = this
    this.to = null
    try {
      to?.close()
    } catch {
      // The reader went first.
    }
  }
}
