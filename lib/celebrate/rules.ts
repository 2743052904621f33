import { daysBetween } from '../dates/rules'
import type { Guide, GuideStep } from '../guidebook/rules'
import type { DerivedStep } from '../journey/derived/rules'
import { isReached } from '../journey/rules'

/** Days for which a reached step is celebrated on its page. */
const CELEBRATED_DAYS = 7

/** What a step that was reached leads to. */
export interface Celebration {
  step: GuideStep
  /** ISO day since which it is reached. */
  since: string
  /** True if both steps of its part are reached now. */
  completesPart: boolean
  /** The first step in the guidebook's order that is not reached; null when all are. */
  next: GuideStep | null
}

/** What there is to celebrate about a step as it stands; null unless it is reached. */
export function celebrationOf(
  guide: Guide,
  derived: readonly DerivedStep[],
  slug: string,
): Celebration | null {
  const step = guide.steps.find((one) => one.slug === slug)
  const standing = derived.find((one) => one.slug === slug)
  if (!step || !standing?.reachedSince || !isReached(standing.state)) return null
  const open = new Set(derived.flatMap((one) => (isReached(one.state) ? [] : [one.slug])))
  return {
    step,
    since: standing.reachedSince,
    completesPart: guide.steps.every((one) => one.part !== step.part || !open.has(one.slug)),
    next: guide.steps.find((one) => open.has(one.slug)) ?? null,
  }
}

/** True for a week from the day on which a step was reached. */
export function isFresh({ since }: Celebration, today: string): boolean {
  return daysBetween(since, today) < CELEBRATED_DAYS
}

/** Names one celebration: reaching a step anew is another one. */
export function celebrationKey(regionId: string, { step, since }: Celebration): string {
  return `${regionId.slice(-12)}.${step.slug}.${since}`
}

/** The file that a downloaded card is kept as. */
export function cardFileName(region: string, number: number, locale: string): string {
  return `${region}-step-${number}-${locale}.png`
}

// What the typefaces at hand can draw: Latin, Greek and Cyrillic with their marks, and punctuation.
const UNDRAWABLE =
  /[^\u0020-\u007e\u00a0-\u02ff\u0370-\u03ff\u0400-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2122]/gu

/** A text with nothing in it that the card could only draw with a typeface from elsewhere. */
export function drawable(text: string): string {
  return text.normalize('NFC').replace(UNDRAWABLE, '').replace(/\s+/g, ' ').trim()
}

/** Pieces of the typefaces, each in a file of its own, with the letters only it has. */
const SUBSETS = {
  latin: null,
  'latin-ext': /[\u0100-\u02ff\u1e00-\u1e9f\u20a0-\u20c0]/u,
  vietnamese: /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/u,
  greek: /[\u0370-\u03ff]/u,
  cyrillic: /[\u0400-\u045f\u0490-\u0491\u04b0-\u04b1\u2116]/u,
  'cyrillic-ext': /[\u0460-\u052f]/u,
} as const

export type Subset = keyof typeof SUBSETS

/** The pieces that drawing a text takes. */
export function subsetsFor(text: string): Subset[] {
  return (Object.keys(SUBSETS) as Subset[]).filter((name) => SUBSETS[name]?.test(text) ?? true)
}
