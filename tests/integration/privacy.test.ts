import { describe, expect, test } from 'vitest'
import { readSchema } from '../../scripts/migrate/files'

const GUIDEBOOK = /^(Edition|Guide)/

/** The columns of the schema with their comments; relations and blocks of another kind left out. */
function listColumns(content: string) {
  return [...content.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(([, model = '', body = '']) =>
    body
      .split('\n')
      .filter((line) => /^ {2}[a-z]\w*\s/.test(line))
      .filter((line) => !/@relation|^\s+\w+\s+[A-Z]\w*\[\]|^\s+\w+\s+[A-Z]\w*\?\s*$/.test(line))
      .filter((line) => /\s(String|Int|BigInt|Boolean|DateTime|Json|Float|Decimal|Bytes)(\[\]|\?|\s|$)/.test(line))
      .map((line) => ({
        name: `${model}.${line.trim().split(/\s/)[0]}`,
        model,
        comment: line.split('///')[1]?.trim() ?? '',
      })),
  )
}

const columns = (await readSchema()).flatMap(({ content }) => listColumns(content))

test('the schema has columns', () => {
  expect(columns.length).toBeGreaterThan(120)
})

describe('each column says what it is for, whether it is personal, how long it is kept', () => {
  test.each(columns.filter(({ model }) => !GUIDEBOOK.test(model)))('$name', ({ comment }) => {
    const parts = comment.split(';').map((part) => part.trim())
    expect(parts).toHaveLength(3)
    const [purpose = '', personal = '', retention = ''] = parts
    expect(purpose.length).toBeGreaterThan(4)
    expect(personal).toMatch(/^(not )?personal/)
    expect(retention.length).toBeGreaterThan(3)
  })

  test('content of the guidebook is about nobody', () => {
    for (const { name, comment } of columns.filter(({ model }) => GUIDEBOOK.test(model))) {
      expect({ name, about: /; not personal;/.test(comment) }).toEqual({ name, about: true })
    }
  })
})
