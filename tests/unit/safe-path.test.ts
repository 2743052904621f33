import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { safePath } from '../../lib/auth/paths/rules'

const ORIGIN = 'https://journey.example'

const hostile = [
  'https://evil.example/',
  'http:evil.example',
  'HTTPS://evil.example',
  '//evil.example',
  '///evil.example',
  '////evil.example/..',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/ /evil.example',
  '/\u0000/evil.example',
  '/\u00a0/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/../..//evil.example',
  '/%2e//evil.example',
  '/%2E%2E//evil.example',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'evil.example',
  '@evil.example',
  '.evil.example',
  ':80',
  '?next=//evil.example',
  '#//evil.example',
  '/api/auth/signout',
  '/api/auth/callback/oidc?code=1',
  '',
]

describe('safePath', () => {
  test.each(hostile)('leads %j to where one arrives, on this origin', (wanted) => {
    expect(safePath(wanted)).toBe('/start')
  })

  test.each([null, undefined])('%s leads to where one arrives', (wanted) => {
    expect(safePath(wanted)).toBe('/start')
  })

  test.each(['/my', '/regions/dolni-kraj', '/compare?country=CZ&after=x', '/sign-in?next=/my'])(
    'keeps %s',
    (wanted) => {
      expect(safePath(wanted)).toBe(wanted)
    },
  )

  test('never leaves the origin, whatever is asked for', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2f',
      '%5c',
      ':',
      '@',
      'a',
      '\t',
      '?',
      '#',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), fc.string(), (start, end) => {
        const path = safePath(start.join('') + end)
        const url = new URL(path, ORIGIN)
        expect(url.origin).toBe(ORIGIN)
        expect(path.startsWith('/') && !path.startsWith('//')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
