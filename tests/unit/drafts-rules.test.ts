import { describe, expect, it } from 'vitest'
import {
  differing,
  draftKey,
  draftsOf,
  isKeepable,
  listStale,
  packDraft,
  unpackDraft,
} from '@/lib/forms/drafts/rules'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 22)
const draft = { at: NOW, version: '3', fields: { note: 'Ask the chamber.' } }

describe('what may be kept', () => {
  it.each([
    ['note', 'textarea', true],
    ['sector', 'select-one', true],
    ['dueOn', 'date', true],
    ['intermediary', 'checkbox', true],
    ['postcode', 'text', true],
    ['password', 'password', false],
    ['newPassword', 'text', false],
    ['accessToken', 'text', false],
    ['upload', 'file', false],
    ['version', 'hidden', false],
    ['state', 'submit', false],
    ['', 'text', false],
  ])('the field "%s" of type %s: %s', (name, type, kept) => {
    expect(isKeepable({ name, type })).toBe(kept)
  })
})

describe('a draft on the device', () => {
  it('comes back as it was', () => {
    expect(unpackDraft(packDraft(draft), NOW + 13 * DAY)).toEqual(draft)
  })

  it.each([
    ['older than 14 days', packDraft(draft), NOW + 15 * DAY],
    ['from a clock that was ahead', packDraft(draft), NOW - DAY],
    ['absent', null, NOW],
    ['broken', '{"at":', NOW],
    ['of another make', '{"at":1,"version":3,"fields":{}}', NOW],
    ['with something else than texts', `{"at":${NOW},"version":null,"fields":{"a":1}}`, NOW],
  ])('is none when %s', (_, text, now) => {
    expect(unpackDraft(text, now)).toBeNull()
  })

  it('is not kept when there is nothing in it, or more than fits', () => {
    expect(packDraft({ ...draft, fields: {} })).toBeNull()
    expect(packDraft({ ...draft, fields: { note: 'x'.repeat(20_001) } })).toBeNull()
  })

  it('lies under the person, so that one person’s never begin like another’s', () => {
    expect(draftKey('ada', '/my', 'a=1').startsWith(draftsOf('ada'))).toBe(true)
    expect(draftKey('ada', '/my', 'a=1').startsWith(draftsOf('ad'))).toBe(false)
  })
})

describe('tidying', () => {
  it('takes what is old, broken or beyond the newest fifty, and nothing that is not a draft', () => {
    const many = Array.from({ length: 52 }, (_, n): [string, string] => [
      draftKey('ada', '/my', String(n)),
      JSON.stringify({ ...draft, at: NOW - n }),
    ])
    const others: [string, string][] = [
      ['theme', 'dark'],
      [draftKey('ada', '/my', 'broken'), '…'],
      [draftKey('ben', '/my', 'old'), JSON.stringify({ ...draft, at: NOW - 15 * DAY })],
    ]
    const stale = listStale([...many, ...others], NOW)
    expect(stale.sort()).toEqual(
      ['ada:/my#50', 'ada:/my#51', 'ada:/my#broken', 'ben:/my#old']
        .map((end) => `lep-draft:${end}`)
        .sort(),
    )
  })
})

it('only what differs is kept', () => {
  expect(differing({ a: '1', b: '2' }, { a: '1', b: '3', c: '' })).toEqual({ b: '3', c: '' })
})
