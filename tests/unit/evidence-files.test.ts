import { describe, expect, test } from 'vitest'
import { cleanName } from '../../lib/evidence/inspect/names'
import { inspectFile } from '../../lib/evidence/inspect/inspect'
import { contentDisposition } from '../../lib/evidence/download/rules'
import { HOSTILE } from '../support/files/hostile'
import { INNOCENT } from '../support/files/innocent'

test('the corpus is large enough to mean something', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(60)
  expect(new Set(HOSTILE.map(([what]) => what)).size).toBe(HOSTILE.length)
})

describe('not taken', () => {
  test.each(HOSTILE)('%s (%s)', async (_what, name, bytes) => {
    expect(await inspectFile(bytes, name)).toMatch(/^file(Kind|Damaged|Active|Locked|Text)$/)
  })
})

describe('taken', () => {
  test.each(INNOCENT)('%s (%j)', async (_what, name, bytes, keptAs) => {
    const found = await inspectFile(bytes, name)
    expect(found).toMatchObject({ name: keptAs })
  })
})

describe('names', () => {
  test('are short, on one line, in one folder, and end as the content says', () => {
    for (const [, name] of [...HOSTILE, ...INNOCENT]) {
      expect(cleanName(name, 'pdf')).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}]{1,100}\.pdf$/u)
    }
  })

  test('reach the browser whole and cannot end their header', () => {
    const header = contentDisposition('Zápis "z" fóra; 100 %\r\nX: y.pdf')
    expect(header).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.!~%-]+$/)
    const encoded = header.split("UTF-8''")[1] ?? ''
    expect(decodeURIComponent(encoded)).toBe('Zápis "z" fóra; 100 %\r\nX: y.pdf')
  })
})
