import { describe, expect, it } from 'vitest'
import { COUNTRIES, LANGUAGES, timeZoneOf, toSlug } from '../../lib/regions/places/rules'

describe('places', () => {
  it('names only time zones and languages that exist', () => {
    for (const timeZone of Object.values(COUNTRIES).flat()) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
    }
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
    for (const language of LANGUAGES) expect(names.of(language)).toBeDefined()
  })

  it.each([
    ['PT', '', 'Europe/Lisbon'],
    ['PT', 'Atlantic/Azores', 'Atlantic/Azores'],
    ['PT', 'Europe/Madrid', null],
    ['ZZ', '', null],
  ])('gives %s with "%s" the time zone %s', (country, chosen, zone) => {
    expect(timeZoneOf(country, chosen)).toBe(zone)
  })

  it.each([
    ['Dolní Kraj', 'dolni-kraj'],
    ['  Straße & Søn  ', 'strasse-son'],
    ['Łódź/2030', 'lodz-2030'],
    ['北京', ''],
    [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
  ])('makes of "%s" the slug "%s"', (name, slug) => {
    expect(toSlug(name)).toBe(slug)
  })
})
