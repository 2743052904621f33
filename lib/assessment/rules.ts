export type AgreementLabel = 'close together' | 'some spread' | 'views differ'

/** From this many people on a group's answers may be shown. */
export const SHOWN_FROM = 5

/**
 * How far answers from 1 to 5 agree: mean and rwg* to two decimals, the mean distance from the
 * median with its label, and whether there are two camps. Throws a RangeError without answers.
 */
export function agreement(answers: readonly number[]): {
  median: number
  mean: number
  ad: number
  adLabel: AgreementLabel
  twoCamps: boolean
  rwgStar: number
} {
  if (answers.length === 0) throw new RangeError('No answers to compare')
  const median = medianOf(answers)
  const mean = meanOf(answers)
  const ad = meanOf(answers.map((answer) => Math.abs(answer - median)))
  const variance = meanOf(answers.map((answer) => (answer - mean) ** 2))
  return {
    median,
    mean: toTwoDecimals(mean),
    ad: toTwoDecimals(ad),
    adLabel: labelOf(ad),
    twoCamps: isQuarter(answers, (answer) => answer <= 2) && isQuarter(answers, (it) => it >= 4),
    // 4 is the largest variance five points allow.
    rwgStar: toTwoDecimals(1 - variance / 4),
  }
}

/**
 * The names of the groups that may be shown, sorted. Groups below k stay hidden, and with them the
 * next smallest until the hidden ones are k together: else the total would give them away.
 */
export function shownGroups(groups: Readonly<Record<string, number>>, k = SHOWN_FROM): string[] {
  const bySize = Object.entries(groups)
    .filter(([, size]) => size > 0)
    .sort(([a, sizeA], [b, sizeB]) => sizeA - sizeB || compareNames(a, b))
  let hidden = bySize.filter(([, size]) => size < k).length
  while (hidden > 0 && hidden < bySize.length && sumSizes(bySize.slice(0, hidden)) < k) hidden += 1
  return bySize
    .slice(hidden)
    .map(([name]) => name)
    .sort(compareNames)
}

/**
 * A step's level L, one organisation one voice, beside the mean of all respondents; two decimals.
 * Organisations without an answer do not count. Throws a RangeError when none has one.
 */
export function organisationLevel(
  meansByOrganisation: Readonly<Record<string, readonly number[]>>,
): { unweighted: number; L: number } {
  const voices = Object.values(meansByOrganisation).filter((means) => means.length > 0)
  if (voices.length === 0) throw new RangeError('No answers to average')
  return {
    unweighted: toTwoDecimals(meanOf(voices.flat())),
    L: toTwoDecimals(meanOf(voices.map(meanOf))),
  }
}

function labelOf(ad: number): AgreementLabel {
  if (ad <= 0.5) return 'close together'
  return ad <= 0.8 ? 'some spread' : 'views differ'
}

function isQuarter(answers: readonly number[], chosen: (answer: number) => boolean): boolean {
  return answers.filter(chosen).length * 4 >= answers.length
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? meanOf(sorted.slice(half, half + 1))
    : meanOf(sorted.slice(half - 1, half + 1))
}

function meanOf(values: readonly number[]): number {
  return sum(values) / values.length
}

function sumSizes(groups: readonly [string, number][]): number {
  return sum(groups.map(([, size]) => size))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function toTwoDecimals(value: number): number {
  return Math.floor(value * 100 + 0.5 + 1e-9) / 100
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
