import { addDays } from '../../dates/rules'

const FIRST = '1990-01-01'
const LAST = '2099-12-31'

/** The day from which spreadsheets count. */
const ZERO = '1899-12-30'

/**
 * The ISO day that a cell names: ISO, dd.mm.yyyy, d/m/yyyy, or a spreadsheet's count of days.
 * Null for what is no day between 1990 and 2099.
 */
export function readDay(text: string): string | null {
  const day = readIso(text) ?? readEuropean(text) ?? readSerial(text)
  return day && day >= FIRST && day <= LAST ? day : null
}

function readIso(text: string): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)
  return found ? join(found[1], found[2], found[3]) : null
}

function readEuropean(text: string): string | null {
  const found =
    /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text) ?? /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  return found ? join(found[3], found[2], found[1]) : null
}

function readSerial(text: string): string | null {
  return /^[1-9]\d{4}(?:\.0+)?$/.test(text) ? addDays(ZERO, Math.floor(Number(text))) : null
}

function join(year = '', month = '', day = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  // A day that does not exist comes out as another one.
  return addDays(iso, 0) === iso ? iso : null
}
