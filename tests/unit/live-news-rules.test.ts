import { describe, expect, it } from 'vitest'
import {
  formatEvent,
  hasSeat,
  type News,
  pauseBefore,
  readNews,
  sumUp,
} from '@/lib/live/news/rules'

const [region, entry, ada, ben] = ['a', 'b', 'c', 'd'].map(
  (letter) => `${letter.repeat(8)}-0000-7000-8000-000000000000`,
) as [string, string, string, string]

describe('what the database says', () => {
  it('is a region, an entry, and who did it', () => {
    const said = { regionId: region, activityId: entry }
    expect(readNews(`${region} ${entry} ${ada}`)).toEqual({ ...said, actorId: ada })
    expect(readNews(`${region} ${entry}`)).toEqual({ ...said, actorId: null })
  })

  it.each([undefined, '', region, `${region} Anna`, `${region} ${entry} ${ada} more`])(
    'is nothing when it reads "%s"',
    (payload) => {
      expect(readNews(payload)).toBeNull()
    },
  )
})

describe('what a reader is told', () => {
  const at = new Date('2026-11-22T12:00:00.000Z')
  const by = (actorId: string | null): News => ({ regionId: region, activityId: entry, actorId })
  const told = (...news: News[]) => sumUp(news, ada, at)

  it('is their own only if all of it was', () => {
    expect(told(by(ada), by(ada)).own).toBe(true)
    expect(told(by(ada), by(ben)).own).toBe(false)
    expect(told(by(null)).own).toBe(false)
  })

  it('says when and names the last entry', () => {
    expect(told(by(ben))).toEqual({ at: '2026-11-22T12:00:00.000Z', activity: entry, own: false })
  })

  it('names no entry when nobody knows what was missed', () => {
    expect(told()).toEqual({ at: '2026-11-22T12:00:00.000Z', activity: null, own: false })
  })

  it('goes out as one server-sent event', () => {
    expect(formatEvent('bye', {})).toBe('event: bye\ndata: {}\n\n')
  })
})

describe('the pause before another try', () => {
  const limits = { least: 1000, most: 60_000 }

  it('doubles, is spread by chance, and ends at the most', () => {
    const full = [0, 1, 2, 5, 6, 60].map((n) => pauseBefore(n, { ...limits, chance: 1 }))
    expect(full).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000])
    expect(pauseBefore(2, { ...limits, chance: 0 })).toBe(2000)
  })
})

it('a person has eight streams, a process a thousand', () => {
  expect(hasSeat({ byUser: 7, inAll: 999 })).toBe(true)
  expect(hasSeat({ byUser: 8, inAll: 8 })).toBe(false)
  expect(hasSeat({ byUser: 0, inAll: 1000 })).toBe(false)
})
