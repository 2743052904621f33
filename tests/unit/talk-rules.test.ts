import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutLinks, isWaiting } from '../../lib/comments/rules'
import { groupNews } from '../../lib/follows/rules'

describe('the addresses in a comment', () => {
  const linksOf = (text: string) => cutLinks(text).flatMap(({ href }) => href ?? [])

  test.each([
    ['See https://example.eu/a?b=1#c for more', ['https://example.eu/a?b=1#c']],
    ['(https://example.eu), really', ['https://example.eu']],
    ['One https://a.eu. Two http://b.eu!', ['https://a.eu', 'http://b.eu']],
    ['javascript:alert(1) and data:text/html,x', []],
    ['ftp://example.eu is none', []],
    ['https://', []],
    ['<a href="https://example.eu">here</a>', ['https://example.eu']],
  ])('%s', (text, links) => {
    expect(linksOf(text)).toEqual(links)
  })

  test('leave every letter in its place', () => {
    fc.assert(
      fc.property(fc.string(), fc.webUrl(), fc.string(), (before, url, after) => {
        const text = before + url + after
        const cut = cutLinks(text)
        expect(cut.map((piece) => piece.text).join('')).toBe(text)
        for (const { text: shown, href } of cut) if (href) expect(href).toBe(shown)
      }),
    )
  })
})

test('a question waits until it is answered or removed', () => {
  const [asked, now] = [{ asks: true, answeredAt: null, removedAt: null }, new Date(0)]
  expect(isWaiting(asked)).toBe(true)
  expect(isWaiting({ ...asked, answeredAt: now })).toBe(false)
  expect(isWaiting({ ...asked, removedAt: now })).toBe(false)
  expect(isWaiting({ ...asked, asks: false })).toBe(false)
})

describe('news', () => {
  const entry = (id: string, regionId: string, after: unknown = null) => ({ id, regionId, after })

  test('are told by region, the newest first, a few of each', () => {
    const news = groupNews(
      [entry('1', 'a'), entry('4', 'b'), entry('2', 'a'), entry('3', 'a')],
      [],
      2,
    )
    expect(news.map(({ regionId, entries, more }) => [regionId, entries.length, more])).toEqual([
      ['b', 1, false],
      ['a', 2, true],
    ])
    expect(news[1]?.entries.map(({ id }) => id)).toEqual(['3', '2'])
  })

  test('tell a comment once that also names the reader', () => {
    const news = groupNews(
      [entry('1', 'a', { comment: 'x' }), entry('2', 'a', { comment: 'y' })],
      ['x'],
      5,
    )
    expect(news.map(({ entries }) => entries.map(({ id }) => id))).toEqual([['2']])
  })
})
