import { listenToRegions } from '@/lib/db/listen'
import { hasSeat, pauseBefore, readNews, type News } from '@/lib/live/news/rules'

/** One open page's way to hear. */
interface Seat {
  userId: string
  regionId: string
  hear: (news: News | null) => void
  /** The process ends: so must the stream. */
  end: () => void
}

/** Who listens in this process, behind one connection to the database. */
class Hub {
  private seats = new Set<Seat>()
  private isClosed = false
  private stopListening: () => Promise<void>

  constructor() {
    this.stopListening = listenToRegions({
      onPayload: (payload) => this.tell(readNews(payload)),
      onGap: () => this.seats.forEach(({ hear }) => hear(null)),
      pause: (attempt) => pauseBefore(attempt, { least: 250, most: 10_000, chance: Math.random() }),
    })
    // An open stream would hold up the end of the process for as long as it is open.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => this.close())
  }

  /** Gives what leaves the seat again; null when there is none. */
  take(seat: Seat): (() => void) | null {
    const byUser = [...this.seats].filter(({ userId }) => userId === seat.userId).length
    if (this.isClosed || !hasSeat({ byUser, inAll: this.seats.size })) return null
    this.seats.add(seat)
    return () => void this.seats.delete(seat)
  }

  private tell(news: News | null) {
    if (!news) return
    for (const { regionId, hear } of this.seats) if (regionId === news.regionId) hear(news)
  }

  private close() {
    this.isClosed = true
    for (const { end } of this.seats) end()
    void this.stopListening()
  }
}

// Routes are bundled apart, and development reloads them; one connection serves all.
const shared = globalThis as typeof globalThis & { lepLive?: Hub }

/** The process's hub; it begins to listen when somebody first asks for it. */
export function openHub(): Pick<Hub, 'take'> {
  return (shared.lepLive ??= new Hub())
}
