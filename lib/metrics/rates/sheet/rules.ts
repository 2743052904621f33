import { readDay } from '../../../sheet/days/rules'
import type { Cell } from '../../../sheet/rules'

export interface SheetRate {
  currency: string
  day: string
  rate: number
}

/** What is wrong with a row; rows are counted from 1, as spreadsheets do. */
export interface RateFault {
  row: number
  fault: 'currency' | 'day' | 'rate' | 'twice'
}

/** A first row in which no day and no rate stands is a heading. */
const DIGIT = /\d/

/** Rates of a table with the columns currency, day and units for one euro; empty rows are left out. */
export function readRates(table: readonly (readonly Cell[])[]): {
  rates: SheetRate[]
  faults: RateFault[]
} {
  const rates: SheetRate[] = []
  const faults: RateFault[] = []
  const seen = new Set<string>()
  for (const [index, cells] of table.entries()) {
    const [currency = '', written = '', units = ''] = cells.map((cell) =>
      typeof cell === 'string' ? cell.trim() : '',
    )
    if (!currency && !written && !units) continue
    if (index === 0 && !DIGIT.test(`${written}${units}`)) continue
    const day = readDay(written)
    const rate = /^\d{1,9}([.,]\d{1,8})?$/.test(units) ? Number(units.replace(',', '.')) : 0
    const key = `${currency.toUpperCase()} ${day}`
    const fault =
      !/^[A-Za-z]{3}$/.test(currency) || currency.toUpperCase() === 'EUR'
        ? 'currency'
        : day === null
          ? 'day'
          : rate <= 0
            ? 'rate'
            : seen.has(key)
              ? 'twice'
              : null
    seen.add(key)
    if (fault !== null || day === null) faults.push({ row: index + 1, fault: fault ?? 'day' })
    else rates.push({ currency: currency.toUpperCase(), day, rate })
  }
  return { rates, faults }
}
