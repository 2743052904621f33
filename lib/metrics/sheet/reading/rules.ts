import { cellsOf, findRows, withoutAbsent } from '../../../sheet/reading/rules'
import type { Cell } from '../../../sheet/rules'
import { keyOf } from '../../../sheet/text/rules'
import { readNumber } from '../../numbers/rules'
import type { Breakdown, Metric } from '../../rules'
import type { Fault, MetricColumn, Values, WantedEntry } from '../rules'

/** The words of a sheet of numbers in every language, by lib/sheet/text/rules.ts#keyOf. */
export interface MetricVocabulary {
  columns: ReadonlyMap<string, MetricColumn>
  metrics: ReadonlyMap<string, Metric>
  states: ReadonlyMap<string, Values['status']>
  parts: ReadonlyMap<string, string>
}

/** What the rows of a table ask for, with what cannot be understood of them. */
export function readMetricRows(table: readonly (readonly Cell[])[], words: MetricVocabulary) {
  const found = findRows(table, words.columns, ['metric'])
  if (found.refused !== null) return found
  const rows = found.filled.map(({ row, cells }) => {
    const faults: Fault[] = []
    const blame = (column: MetricColumn, fault: string) => void faults.push({ column, fault })
    const { textOf, lineOf, wordOf, versionOf } = cellsOf(cells, found.places, blame)
    const metric = wordOf('metric', words.metrics) ?? null
    const quarter = readQuarter(textOf('quarter') ?? '')
    if (metric === null && faults.length === 0) blame('metric', 'metric')
    if (quarter === null) blame('quarter', 'quarter')
    const set = withoutAbsent<Values>({
      value: numberOf(textOf('value'), () => blame('value', 'number')),
      breakdown: partsOf(textOf('parts'), words.parts, () => blame('parts', 'parts')),
      ...{ source: textOf('source'), context: lineOf('context') },
      status: wordOf('status', words.states, 'draft'),
    })
    const wanted: WantedEntry = { row, metric, quarter, version: versionOf('version'), set }
    return { wanted, name: textOf('metric') ?? '', faults }
  })
  return { refused: null, rows, ignored: found.ignored }
}

/** 2026-Q3 and Q3 2026 alike. */
function readQuarter(text: string): string | null {
  const [, year, n] = /^((?:19|20)\d\d)[- ]?Q([1-4])$/i.exec(text) ?? []
  if (year && n) return `${year}-Q${n}`
  const [, second, first] = /^Q([1-4])[- /]?((?:19|20)\d\d)$/i.exec(text) ?? []
  return first && second ? `${first}-Q${second}` : null
}

function numberOf(text: string | undefined, blame: () => void): number | null | undefined {
  if (!text) return text === '' ? null : undefined
  const value = readNumber(text)
  if (value === null) blame()
  return value ?? undefined
}

/** "Workshops: 3; Courses: 2", in any language. */
function partsOf(
  text: string | undefined,
  known: ReadonlyMap<string, string>,
  blame: () => void,
): Breakdown | undefined {
  if (text === undefined) return undefined
  const parts: Breakdown = {}
  for (const piece of text.split(/[;\n]/)) {
    if (piece.trim() === '') continue
    const [, name = '', number = ''] = /^(.*):([^:]*)$/.exec(piece) ?? []
    const part = known.get(keyOf(name))
    const value = readNumber(number)
    if (part === undefined || value === null || parts[part] !== undefined) {
      blame()
      return undefined
    }
    parts[part] = value
  }
  return parts
}
