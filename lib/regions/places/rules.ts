import { nameKey } from '../../journey/projection/rules'

/** Countries a partnership can lie in, with their IANA time zones, the usual one first. */
export const COUNTRIES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  AL: ['Europe/Tirane'],
  AT: ['Europe/Vienna'],
  BA: ['Europe/Sarajevo'],
  BE: ['Europe/Brussels'],
  BG: ['Europe/Sofia'],
  CH: ['Europe/Zurich'],
  CY: ['Asia/Nicosia', 'Asia/Famagusta'],
  CZ: ['Europe/Prague'],
  DE: ['Europe/Berlin'],
  DK: ['Europe/Copenhagen', 'Atlantic/Faroe', 'America/Nuuk'],
  EE: ['Europe/Tallinn'],
  ES: ['Europe/Madrid', 'Atlantic/Canary', 'Africa/Ceuta'],
  FI: ['Europe/Helsinki', 'Europe/Mariehamn'],
  FR: [
    'Europe/Paris',
    'America/Cayenne',
    'America/Guadeloupe',
    'America/Martinique',
    'Indian/Mayotte',
    'Indian/Reunion',
  ],
  GB: ['Europe/London'],
  GE: ['Asia/Tbilisi'],
  GR: ['Europe/Athens'],
  HR: ['Europe/Zagreb'],
  HU: ['Europe/Budapest'],
  IE: ['Europe/Dublin'],
  IS: ['Atlantic/Reykjavik'],
  IT: ['Europe/Rome'],
  LI: ['Europe/Vaduz'],
  LT: ['Europe/Vilnius'],
  LU: ['Europe/Luxembourg'],
  LV: ['Europe/Riga'],
  MD: ['Europe/Chisinau'],
  ME: ['Europe/Podgorica'],
  MK: ['Europe/Skopje'],
  MT: ['Europe/Malta'],
  NL: ['Europe/Amsterdam'],
  NO: ['Europe/Oslo'],
  PL: ['Europe/Warsaw'],
  PT: ['Europe/Lisbon', 'Atlantic/Azores', 'Atlantic/Madeira'],
  RO: ['Europe/Bucharest'],
  RS: ['Europe/Belgrade'],
  SE: ['Europe/Stockholm'],
  SI: ['Europe/Ljubljana'],
  SK: ['Europe/Bratislava'],
  TR: ['Europe/Istanbul'],
  UA: ['Europe/Kyiv'],
  XK: ['Europe/Belgrade'],
}

export const COUNTRY_CODES = Object.keys(COUNTRIES) as [string, ...string[]]

/** Languages a region may speak, by their codes. */
export const LANGUAGES = [
  ...['bg', 'bs', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fi', 'fr', 'ga', 'gl'],
  ...['hr', 'hu', 'is', 'it', 'ka', 'lb', 'lt', 'lv', 'mk', 'mt', 'nl', 'no', 'pl', 'pt', 'ro'],
  ...['sk', 'sl', 'sq', 'sr', 'sv', 'tr', 'uk'],
] as [string, ...string[]]

export const TERRITORY_TYPES = ['city', 'region', 'interregional'] as const

/** The time zone of a region: the chosen one if it is its country's, the usual one if none is. */
export function timeZoneOf(country: string, chosen: string): string | null {
  const zones = COUNTRIES[country]
  if (!zones) return null
  if (!chosen) return zones[0]
  return zones.find((zone) => zone === chosen) ?? null
}

/** A name as it stands in addresses: small letters, digits and single hyphens; at most 60. */
export function toSlug(name: string): string {
  return nameKey(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}

/** True for what can be a region's name in an address; anything else need not reach the database. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9-]{1,80}$/.test(text)
}
