import { pauseBefore } from '@/lib/live/news/rules'

/** A vote on its way. */
export interface Ballot {
  about: string
  ballot: number
  level: number
}

export type Delivery = 'sending' | 'unsent' | 'kept' | 'late' | 'gone'

/**
 * Carries a phone's latest vote to the room, however long the network is away: it lies on the
 * device until the room has said what came of it.
 */
export class BallotBox {
  private waiting: Ballot | null = null
  private isBusy = false
  private attempt = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private listening = new AbortController()

  constructor(
    private code: string,
    private tell: (ballot: Ballot, delivery: Delivery) => void,
  ) {
    const { signal } = this.listening
    window.addEventListener('online', () => this.hurry(), { signal })
    this.waiting = this.recall()
    if (this.waiting) {
      this.tell(this.waiting, 'sending')
      this.hurry()
    }
  }

  put(ballot: Ballot) {
    this.waiting = ballot
    this.keep(ballot)
    this.tell(ballot, 'sending')
    this.hurry()
  }

  close() {
    clearTimeout(this.timer)
    this.listening.abort()
  }

  private hurry() {
    clearTimeout(this.timer)
    void this.send()
  }

  private async send(): Promise<void> {
    const ballot = this.waiting
    if (!ballot || this.isBusy || this.listening.signal.aborted) return
    this.isBusy = true
    const delivery = await this.carry(ballot)
    this.isBusy = false
    // Somebody changed their mind meanwhile: that one goes next.
    if (this.waiting !== ballot) return this.send()
    this.tell(ballot, delivery)
    if (delivery === 'unsent') {
      const pause = pauseBefore(this.attempt++, { least: 500, most: 8000, chance: Math.random() })
      this.timer = setTimeout(() => void this.send(), pause)
      return
    }
    this.attempt = 0
    this.waiting = null
    this.keep(null)
  }

  private async carry({ about, ballot, level }: Ballot): Promise<Delivery> {
    try {
      const answer = await fetch(`/session/${encodeURIComponent(this.code)}/room`, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams({ about, ballot: String(ballot), level: String(level) }),
        signal: AbortSignal.timeout(8000),
      })
      if (!answer.ok) return 'unsent'
      return ((await answer.json()) as { outcome: 'kept' | 'late' | 'gone' }).outcome
    } catch {
      return 'unsent'
    }
  }

  private get place() {
    return `lep-vote:${this.code}`
  }

  private keep(ballot: Ballot | null) {
    try {
      if (ballot) sessionStorage.setItem(this.place, JSON.stringify(ballot))
      else sessionStorage.removeItem(this.place)
    } catch {
      // A device that keeps nothing still sends.
    }
  }

  private recall(): Ballot | null {
    try {
      const kept = sessionStorage.getItem(this.place)
      return kept ? (JSON.parse(kept) as Ballot) : null
    } catch {
      return null
    }
  }
}
