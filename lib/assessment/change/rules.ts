export type Direction = 'up' | 'down' | 'same'

/**
 * The difference from which on a change between two rounds is named, by the smaller of the two:
 * below it, chance alone moves levels (guidebook/model.md 3.7). Null under five respondents.
 */
export function thresholdOf(respondents: number): number | null {
  if (respondents < 5) return null
  if (respondents < 8) return 0.8
  return respondents < 15 ? 0.5 : 0.4
}

/** Whether a level rose or fell between two rounds of one kind and wording, or is about the same. */
export function changeBetween(
  before: { level: number | null; respondents: number },
  after: { level: number | null; respondents: number },
): Direction | null {
  const threshold = thresholdOf(Math.min(before.respondents, after.respondents))
  if (threshold === null || before.level === null || after.level === null) return null
  // In tenths, as levels are shown: 3.3 − 2.8 is half a level and not a hair less.
  const difference = Math.round((after.level - before.level) * 10)
  if (Math.abs(difference) < Math.round(threshold * 10)) return 'same'
  return difference > 0 ? 'up' : 'down'
}

/** The band a level falls into, 1 to 5; levels have one decimal. */
export function bandOf(level: number): 1 | 2 | 3 | 4 | 5 {
  const bands = [1, 2, 3, 4, 5] as const
  return bands[Math.min(5, Math.max(1, Math.round(level + 1e-9))) - 1] ?? 1
}
