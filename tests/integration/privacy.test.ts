import { expect, test } from 'vitest'
import { readSchema } from '../../scripts/migrate/files'

const GUIDEBOOK = /^(Edition$|Guide)/

/** The columns of the schema with their comments; relations and blocks of another kind left out. */
function listColumns(content: string) {
  return [...content.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(
    ([, model = '', body = '']) =>
      body
        .split('\n')
        .filter((line) => /^ {2}[a-z]\w*\s/.test(line))
        .filter((line) =>
          /\s(String|Int|BigInt|Boolean|DateTime|Json|Float|Decimal|Bytes)(\[\]|\?|\s|$)/.test(
            line,
          ),
        )
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

/** What a column's comment lacks; personal at all is for people's and regions' data to be. */
function findFault({ model, comment }: (typeof columns)[number]): string | null {
  const [purpose = '', personal = '', retention = '', ...more] = comment
    .split(';')
    .map((part) => part.trim())
  if (purpose.length < 3 || more.length > 0) return 'purpose'
  if (!(GUIDEBOOK.test(model) ? /^not personal/ : /^(not )?personal/).test(personal))
    return 'personal'
  return retention.length < 4 ? 'retention' : null
}

test('each column says what it is for, whether it is personal, and how long it is kept', () => {
  const faults = columns.filter(findFault).map((column) => [column.name, findFault(column)])
  expect(faults).toEqual([])
})

test('a column without such a comment would be found', () => {
  const [bare] = listColumns('model A {\n  note String\n}\n')
  expect(bare && findFault(bare)).toBe('purpose')
})
