import { nextNeed, regionNeeds } from '../../needs/rules'
import type { NeedLine, NeedRecord, NeedStep } from '../../needs/lines/rules'
import { deriveJourney } from '../derived/rules'
import type { StepState } from '../rules'

/** What of a region stands in its summary; `startedOn` is an ISO day. */
type ProjectedRegion = {
  regionId: string
  slug: string
  name: string
  country: string
  territoryType: string
  kind: string
  startedOn: string | null
}

/** A step's record; days are ISO days. */
type StepRecordRow = {
  regionId: string
  step: string
  state: StepState
  progress: number
  reachedSince: string | null
  confirmedSince: string | null
}

/** A region's summary; days are ISO days. */
type RegionSummaryRow = ProjectedRegion &
  Record<StateColumn, StepState> & {
    nameKey: string
    stage: number
    reachedStep: number
    progress: number[]
    need: NeedLine | null
    lastEntryOn: string | null
    asOf: string
  }

type StateColumn =
  'state1' | 'state2' | 'state3' | 'state4' | 'state5' | 'state6' | 'state7' | 'state8'

/**
 * What is kept of a journey after each change: one record a step, and the row that comparing reads.
 * `lastEntryOn` holds the day of the latest entry by the step's slug. Throws a RangeError unless
 * the guide has eight steps.
 */
export function projectRegion({
  region,
  guide,
  ticks,
  milestones,
  rounds,
  lastEntryOn,
  asOf,
}: NeedRecord & {
  region: ProjectedRegion
  guide: readonly NeedStep[]
  lastEntryOn: Readonly<Record<string, string | null>>
  asOf: string
}): { steps: StepRecordRow[]; summary: RegionSummaryRow } {
  const record = { ticks, milestones, rounds }
  const journey = deriveJourney(guide, record, asOf)
  const { regionId, slug, name, country, territoryType, kind, startedOn } = region
  return {
    steps: journey.steps.map(({ slug: step, state, progress, reachedSince, confirmedSince }) => ({
      regionId,
      step,
      state,
      progress,
      reachedSince,
      confirmedSince,
    })),
    summary: {
      ...{ regionId, slug, name, nameKey: nameKey(name) },
      ...{ country, territoryType, kind, startedOn },
      stage: journey.stage,
      reachedStep: journey.reachedStep,
      ...stateColumns(journey.steps.map((step) => step.state)),
      progress: journey.steps.map((step) => step.progress),
      need: nextNeed(regionNeeds(guide, journey.steps, record, asOf)),
      lastEntryOn: latest(Object.values(lastEntryOn)),
      asOf,
    },
  }
}

/** What names are ordered and searched by: lower case, without accents. */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđæœðþı]/giu, (letter) => UNDIVIDED[letter.toLowerCase()] ?? letter)
    .toLowerCase()
    .trim()
}

// Letters that Unicode does not divide into a base letter and a mark.
const UNDIVIDED: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

function latest(days: readonly (string | null)[]): string | null {
  return days.reduce((last, day) => (day !== null && day > (last ?? '') ? day : last), null)
}

function stateColumns(states: readonly StepState[]): Record<StateColumn, StepState> {
  const [state1, state2, state3, state4, state5, state6, state7, state8] = states
  if (!state1 || !state2 || !state3 || !state4 || !state5 || !state6 || !state7 || !state8) {
    throw new RangeError(`A journey has eight steps, not ${states.length}`)
  }
  return { state1, state2, state3, state4, state5, state6, state7, state8 }
}
