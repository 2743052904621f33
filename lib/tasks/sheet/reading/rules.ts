import { cellsOf, findRows, withoutAbsent } from '../../../sheet/reading/rules'
import type { Cell } from '../../../sheet/rules'
import { keyOf } from '../../../sheet/text/rules'
import type { ForWhom, TaskState } from '../../rules'
import type { Fault, TaskColumn, Values, WantedTask } from '../rules'

/** The words of a sheet of tasks in every language, by lib/sheet/text/rules.ts#keyOf. */
export interface TaskVocabulary {
  columns: ReadonlyMap<string, TaskColumn>
  forWhom: ReadonlyMap<string, ForWhom>
  states: ReadonlyMap<string, TaskState>
  yesNo: ReadonlyMap<string, boolean>
  /** Slugs of steps, and ids of items and milestones; more than one where a title says too little. */
  steps: Names
  entries: Names
  /** Ids of organisations and of people, likewise. */
  partners: Names
  people: Names
}

type Names = ReadonlyMap<string, readonly string[]>

interface ReadRow {
  wanted: WantedTask
  /** What the row calls itself. */
  name: string
  faults: Fault[]
}

export type TaskReading =
  | { refused: 'sheetEmpty' | 'sheetNoHeader' | 'sheetColumnTwice' | 'sheetTooManyRows' }
  | { refused: null; rows: ReadRow[]; ignored: string[] }

/** What a table asks for, row by row, each with the cells that cannot be understood. */
export function readTaskRows(
  table: readonly (readonly Cell[])[],
  vocabulary: TaskVocabulary,
): TaskReading {
  const found = findRows(table, vocabulary.columns, ['id', 'title'])
  if (found.refused !== null) return found
  const { places, ignored, filled } = found
  const rows = filled.map(({ row, cells }) => readRow(row, cells, places, vocabulary))
  return { refused: null, rows, ignored }
}

/** Ids that no list of words knows may stand in the task already. */
const ID = /^([0-9a-f]{8}-[0-9a-f-]{27}|[a-z-]{1,60}\.(checklist|upkeep|milestones)\.[a-z0-9-]+)$/

function readRow(
  row: number,
  cells: readonly Cell[],
  places: ReadonlyMap<TaskColumn, number>,
  words: TaskVocabulary,
): ReadRow {
  const faults: Fault[] = []
  const blame = (column: TaskColumn, fault: string) => void faults.push({ column, fault })
  const { textOf, lineOf, wordOf, dayOf, versionOf } = cellsOf(cells, places, blame)
  const named = (column: TaskColumn, names: Names, text: string): string[] => {
    const found = names.get(keyOf(text)) ?? (ID.test(text) ? [text] : [])
    if (found.length === 0) blame(column, column)
    if (found.length > 1) blame(column, 'severalNamed')
    return found.length === 1 ? [...found] : []
  }
  const nameOf = (column: 'step' | 'entry' | 'person', names: Names): string | undefined => {
    const text = textOf(column)
    return text ? named(column, names, text)[0] : text
  }
  const partnersOf = () =>
    textOf('partners')
      ?.split(/[;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .flatMap((word) => named('partners', words.partners, word))
  const id = textOf('id') || null
  if (id && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) blame('id', 'unknownId')
  const title = lineOf('title')
  if (!id && !title && faults.length === 0) blame('title', 'neither')
  const values: { [K in keyof Values]: Values[K] | undefined } = {
    // A title is changed to another one, never to none.
    ...{ title: title || undefined, doneWhen: textOf('doneWhen'), link: lineOf('link') },
    ...{ step: nameOf('step', words.steps), entry: nameOf('entry', words.entries) },
    ...{ forWhom: wordOf('forWhom', words.forWhom), person: nameOf('person', words.people) },
    ...{ partners: unique(partnersOf()), dueOn: dayOf('dueOn') },
    skipCheck: wordOf('skipCheck', words.yesNo, false),
    repeatMonths: monthsOf(textOf('repeatMonths'), () => blame('repeatMonths', 'repeatMonths')),
  }
  const state = wordOf('state', words.states)
  const wanted = { row, id, version: versionOf('version'), set: withoutAbsent(values), state }
  return { wanted, name: title || id || '', faults }
}

function unique(all: string[] | undefined): string[] | undefined {
  return all && [...new Set(all)]
}

function monthsOf(text: string | undefined, blame: () => void): number | null | undefined {
  if (!text) return text === '' ? null : undefined
  const months = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (months >= 1 && months <= 60) return months
  blame()
  return undefined
}
