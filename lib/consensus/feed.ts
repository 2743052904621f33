import { isNewsForPhones, type Room } from '@/lib/consensus/room/rules'
import { roomShape } from '@/lib/consensus/schema'
import { watchRoomFacts } from '@/lib/db/as-guest'
import { openHub } from '@/lib/live/hub'
import { HEARTBEAT } from '@/lib/live/news/rules'

const BEAT = 15_000
/** Votes that come this close together are read once. */
const GATHER = 60
/** A room holds 500 phones; a process several rooms. */
const MOST = 3000

/** A phone's way to hear. */
interface Ear {
  say: (text: string) => void
  end: () => void
}

/**
 * One room in this process: however many phones listen, what changed is read from the database once
 * and passed on to all of them.
 */
class Feed {
  private ears = new Set<Ear>()
  private known: Room | null = null
  private isWaiting = false
  private leave: (() => void) | null
  private beat = setInterval(() => this.tell(HEARTBEAT), BEAT)

  constructor(private roundId: string) {
    this.leave = openHub().take({
      ...{ userId: crypto.randomUUID(), regionId: roundId },
      hear: () => this.hear(),
      end: () => this.close(),
    })
    if (!this.leave) this.close()
  }

  get size() {
    return this.ears.size
  }

  get isOpen() {
    return this.leave !== null
  }

  add(ear: Ear): () => void {
    this.ears.add(ear)
    return () => {
      this.ears.delete(ear)
      if (this.ears.size === 0) this.close()
    }
  }

  private hear() {
    if (this.isWaiting) return
    this.isWaiting = true
    setTimeout(() => void this.pass(), GATHER)
  }

  private async pass() {
    this.isWaiting = false
    // A database that is away ends the streams; phones come back by themselves.
    const facts = await watchRoomFacts(this.roundId).catch(() => null)
    if (!facts) return this.close()
    const room = roomShape.parse(facts)
    if (isNewsForPhones(this.known, room)) this.tell(formatRoom({ room }))
    this.known = room
    if (room.phase === 'ended') this.close()
  }

  private tell(text: string) {
    for (const { say } of this.ears) say(text)
  }

  private close() {
    clearInterval(this.beat)
    this.leave?.()
    this.leave = null
    if (feeds.get(this.roundId) === this) feeds.delete(this.roundId)
    for (const { end } of [...this.ears]) end()
  }
}

// Routes are bundled apart, and development reloads them.
const shared = globalThis as typeof globalThis & { lepRooms?: Map<string, Feed> }
const feeds = (shared.lepRooms ??= new Map<string, Feed>())

/** What a room tells a phone, as one server-sent event. */
export function formatRoom(told: { room: Room; own?: Record<string, number> }): string {
  return `event: room\ndata: ${JSON.stringify(told)}\n\n`
}

/** A stream that tells a phone where its room stands; null when the process has no place left. */
export function openRoomStream(
  roundId: string,
  { first, signal }: { first: string; signal: AbortSignal },
): ReadableStream<Uint8Array> | null {
  const taken = [...feeds.values()].reduce((sum, { size }) => sum + size, 0)
  if (taken >= MOST) return null
  const feed = feeds.get(roundId) ?? new Feed(roundId)
  if (!feed.isOpen) return null
  feeds.set(roundId, feed)
  const encoder = new TextEncoder()
  let leave = () => {}
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        leave()
        try {
          controller.close()
        } catch {
          // The phone went first.
        }
      }
      controller.enqueue(encoder.encode(first))
      const goAway = feed.add({
        say: (text) => controller.enqueue(encoder.encode(text)),
        end,
      })
      leave = () => {
        leave = () => {}
        goAway()
      }
      signal.addEventListener('abort', end, { once: true })
    },
    cancel: () => leave(),
  })
}
