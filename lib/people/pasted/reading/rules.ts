import type { RegionRole } from '../../../auth/rules'
import { clean, keyOf } from '../../../sheet/text/rules'
import { LIMITS, type PastedFault, type PastedRow } from '../rules'

export type PastedColumn = 'name' | 'email' | 'organisation' | 'role'

/** Words for columns and roles in every language of the product, by keyOf. */
export interface PastedVocabulary {
  columns: ReadonlyMap<string, PastedColumn>
  roles: ReadonlyMap<string, RegionRole>
}

interface Line {
  row: number
  cells: string[]
}

/**
 * The people of a pasted list: addresses as mail programs write them, or rows of a spreadsheet,
 * with or without a header. Cells stand between tabs, else semicolons, else commas.
 */
export function readPasted(text: string, vocabulary: PastedVocabulary): PastedRow[] {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line, index) => ({ row: index + 1, cells: splitCells(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first, ...rest] = lines
  const header = first && readHeader(first.cells, vocabulary)
  if (header) return rest.map((line) => readColumns(line, header, vocabulary))
  return lines.flatMap((line) => readFree(line, vocabulary))
}

/** Null for a row that names nobody's columns, or has somebody's address in it. */
function readHeader(
  cells: string[],
  { columns }: PastedVocabulary,
): (PastedColumn | null)[] | null {
  const named = cells.map((cell) => columns.get(keyOf(cell)) ?? null)
  return named.includes('email') && !cells.some(hasAddress) ? named : null
}

function readColumns(
  { row, cells }: Line,
  header: (PastedColumn | null)[],
  vocabulary: PastedVocabulary,
): PastedRow {
  const of = (column: PastedColumn) =>
    cells.filter((cell, index) => cell !== '' && header[index] === column).join(' ')
  const { address, name } = readAddress(of('email'))
  const word = of('role')
  const role = vocabulary.roles.get(keyOf(word)) ?? null
  const faults: PastedFault[] = word !== '' && role === null ? ['roleUnknown'] : []
  return check({
    wanted: {
      row,
      email: address,
      name: of('name') || name,
      organisation: of('organisation'),
      role,
    },
    faults,
  })
}

/** Without a header: a name stands before its address, a role and an organisation after it. */
function readFree({ row, cells }: Line, { roles }: PastedVocabulary): PastedRow[] {
  const found: PastedRow[] = []
  let before: string[] = []
  for (const cell of cells.filter((one) => one !== '')) {
    const last = found.at(-1)
    if (hasAddress(cell)) {
      const { address, name } = readAddress(cell)
      const names = [...before, name].filter((part) => part !== '').join(' ')
      const wanted = { row, email: address, name: names, organisation: '', role: null }
      found.push({ wanted, faults: [] })
      before = []
    } else if (last && isLastAddress(cells, cell)) {
      const role = roles.get(keyOf(cell))
      if (role && last.wanted.role === null) last.wanted.role = role
      else last.wanted.organisation = [last.wanted.organisation, cell].filter(Boolean).join(', ')
    } else {
      before.push(cell)
    }
  }
  if (found.length > 0) return found.map(check)
  const wanted = { row, email: '', name: before.join(', '), organisation: '', role: null }
  return [check({ wanted, faults: [] })]
}

/** True where no further address follows: what stands between two addresses names the second. */
function isLastAddress(cells: string[], cell: string): boolean {
  return !cells.slice(cells.lastIndexOf(cell) + 1).some(hasAddress)
}

function check({ wanted, faults }: PastedRow): PastedRow {
  const cut = {
    ...wanted,
    name: wanted.name.slice(0, LIMITS.name),
    organisation: wanted.organisation.slice(0, LIMITS.organisation),
  }
  const isLong =
    wanted.email.length > LIMITS.email || wanted.organisation.length > LIMITS.organisation
  const address: PastedFault[] = wanted.email === '' ? ['noAddress'] : isLong ? ['tooLong'] : []
  return { wanted: cut, faults: [...address, ...faults] }
}

const hasAddress = (cell: string) => cell.includes('@')

/** "Name <address>", "address (Name)" or an address alone. */
function readAddress(cell: string): { address: string; name: string } {
  const [, name = '', within] = /^(.*?)\s*<([^<>]*)>/.exec(cell) ?? []
  if (within !== undefined) return { address: asAddress(within), name: unquote(name) }
  const [, bare = '', aside = ''] = /^(\S+)\s*\(([^()]*)\)$/.exec(cell) ?? []
  if (bare) return { address: asAddress(bare), name: aside.trim() }
  const words = cell.split(/\s+/)
  const at = words.findIndex(hasAddress)
  const others = words.filter((_, index) => index !== at)
  return { address: asAddress(words[at] ?? ''), name: others.join(' ') }
}

const asAddress = (text: string) =>
  text
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()

const unquote = (text: string) =>
  text
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim()

/** The cells of a line; separators within quotes that open a cell belong to it. */
function splitCells(line: string): string[] {
  const bare = line.replaceAll(/"[^"]*"/g, '')
  const separator = ['\t', ';'].find((sign) => bare.includes(sign)) ?? ','
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted
    if (sign === separator && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else {
      cell += sign
    }
  }
  return [...cells, cell].map((one) => unquote(clean(one).replaceAll(/\s+/g, ' ')))
}
