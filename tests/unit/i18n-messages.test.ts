import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'

const folder = resolve(import.meta.dirname, '../../messages')
const spaces = readdirSync(join(folder, 'en'))

/** Every message of a space by its dotted key. */
function readMessages(locale: string, space: string): Map<string, string> {
  const messages = new Map<string, string>()
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string') messages.set(key, value)
    else for (const [name, inner] of Object.entries(value as object)) walk(inner, `${key}.${name}`)
  }
  walk(JSON.parse(readFileSync(join(folder, locale, space), 'utf8')), space.replace('.json', ''))
  return messages
}

/** What a message takes in: names of arguments with their kind, and the tags it marks up with. */
function listArguments(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element): string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    const own = `${TYPE[element.type]} ${element.value}`
    if (element.type === TYPE.tag) return [own, ...listArguments(element.children)]
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [own]
    const inner = Object.values(element.options).flatMap(({ value }) => listArguments(value))
    return [own, ...inner]
  })
}

/** The cases a select tells apart, which code chooses from: the same in every language. */
function listCases(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element): string[] => {
    if (element.type === TYPE.tag) return listCases(element.children)
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return []
    const inner = Object.values(element.options).flatMap(({ value }) => listCases(value))
    if (element.type === TYPE.plural) return inner
    return [`${element.value}: ${Object.keys(element.options).sort().join(' ')}`, ...inner]
  })
}

const unique = (words: string[]) => [...new Set(words)].sort()

test('both languages have the same spaces', () => {
  expect(readdirSync(join(folder, 'de'))).toEqual(spaces)
  expect(spaces.length).toBeGreaterThan(5)
})

describe.each(spaces)('%s', (space) => {
  const [english, german] = [readMessages('en', space), readMessages('de', space)]

  test('has the same keys in both languages', () => {
    expect(unique([...german.keys()])).toEqual(unique([...english.keys()]))
  })

  test('takes the same arguments and cases in both languages', () => {
    for (const [key, text] of english) {
      const [one, other] = [parse(text), parse(german.get(key) ?? '')]
      const names = (elements: MessageFormatElement[]) => unique(listArguments(elements))
      expect({ key, names: names(other) }).toEqual({ key, names: names(one) })
      expect({ key, cases: unique(listCases(other)) }).toEqual({
        key,
        cases: unique(listCases(one)),
      })
    }
  })

  test('says something everywhere, without exclamation marks', () => {
    for (const [key, text] of [...english, ...german]) {
      expect({ key, said: text.trim() !== '', calm: !text.includes('!') }).toEqual({
        key,
        said: true,
        calm: true,
      })
    }
  })
})
