/** One measured figure beside its bar. */
export type Figure = {
  /** The bar it belongs to, P1 to P6. */
  id: string
  what: string
  value: number
  bar: number
  /** Whether the bar is the least or the most that passes. */
  kind: 'least' | 'most'
  /** The absolute numbers behind a ratio, for people who know the machine. */
  note: string
}

/** True if a figure keeps to its bar; what could not be measured does not. */
export function isMet({ value, bar, kind }: Figure): boolean {
  return kind === 'least' ? value >= bar : value <= bar
}

/** One line of the report. */
export function formatFigure(figure: Figure): string {
  const { id, what, value, bar, kind, note } = figure
  const number = (it: number) => (Number.isInteger(it) ? `${it}` : it.toFixed(2))
  const limit = `${kind === 'least' ? '≥' : '≤'} ${number(bar)}`
  const verdict = isMet(figure) ? 'met   ' : 'MISSED'
  return `${verdict} ${id}  ${what.padEnd(46)} ${number(value).padStart(6)}  ${limit.padEnd(8)} ${note}`
}

/** The middle of some numbers; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? NaN : (low + high) / 2
}
