import { describe, expect, it } from 'vitest'
import { addPartnerSchema } from '@/lib/partners/schema'

const regionId = '01947364-03d0-7000-8000-0200a15dd763'
const parse = (more: object) =>
  addPartnerSchema.safeParse({ regionId, name: 'Uni', sector: 'public', ...more })

describe('addPartnerSchema', () => {
  it.each([
    ['', ''],
    ['www.uni.example', 'https://www.uni.example'],
    ['http://uni.example/a?b=c', 'http://uni.example/a?b=c'],
  ])('takes the website "%s" as "%s"', (website, kept) => {
    expect(parse({ website }).data?.website).toBe(kept)
  })

  it.each(['javascript:alert(1)', 'ftp://uni.example', 'https://uni', 'data://x.y', 'a b.example'])(
    'refuses the website "%s"',
    (website) => {
      const issues = parse({ website }).error?.issues ?? []
      expect(issues.map(({ message }) => message)).toContain('website')
    },
  )

  it.each([{ name: '' }, { name: 'a\u0000b' }, { name: 'a\nb' }, { name: ['a'] }, { sector: 'x' }])(
    'refuses %j',
    (more) => {
      expect(parse(more).success).toBe(false)
    },
  )
})
