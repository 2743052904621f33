/** Ratings go from 1 to 5. */
export const LOWEST = 1
export const HIGHEST = 5
/** 3 and above is high (guidebook, power/interest matrix). */
export const CUT = 3

/** A first circle has about this many organisations (guidebook, step 2). */
export const FIRST_CIRCLE = { least: 5, most: 15 } as const

/** The four fields, named neutrally: high in both, in influence, in interest, in neither. */
export const FIELDS = ['work-closely', 'keep-on-board', 'keep-informed', 'keep-in-view'] as const
export type Field = (typeof FIELDS)[number]

export interface Rating {
  influence: number
  interest: number
}

export interface Range {
  median: number
  low: number
  high: number
}

export interface Place {
  influence: Range
  interest: Range
  field: Field
  /** The larger of the two distances between the farthest raters: 0 when all agree. */
  spread: number
  /** A median lies exactly on the cut: worth asking again. */
  onLine: boolean
  raters: number
}

/** Where the ratings of different people together place an organisation; null without any. */
export function placeOf(ratings: readonly Rating[]): Place | null {
  if (ratings.length === 0) return null
  const influence = rangeOf(ratings.map((rating) => rating.influence))
  const interest = rangeOf(ratings.map((rating) => rating.interest))
  return {
    influence,
    interest,
    field: fieldOf(influence.median, interest.median),
    spread: Math.max(influence.high - influence.low, interest.high - interest.low),
    onLine: influence.median === CUT || interest.median === CUT,
    raters: ratings.length,
  }
}

/** The field of a place on the matrix; on the line counts as high. */
export function fieldOf(influence: number, interest: number): Field {
  if (influence >= CUT) return interest >= CUT ? 'work-closely' : 'keep-on-board'
  return interest >= CUT ? 'keep-informed' : 'keep-in-view'
}

/** The middle of some numbers: with an even count, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

function rangeOf(numbers: readonly number[]): Range {
  return { median: median(numbers), low: Math.min(...numbers), high: Math.max(...numbers) }
}
