import type { Round } from '../../journey/confirmation/rules'
import type { GuideStepShape, MilestoneFact, TickFact } from '../../journey/facts/rules'

/** A step of the guidebook; an item may be one whose being done suggests a milestone. */
export type NeedStep = GuideStepShape & {
  items: (GuideStepShape['items'][number] & { triggersMilestone?: boolean })[]
}

export type NeedTick = TickFact & { owner: string | null; dueOn: string | null }

/** A closed round with the ids of its lowest statement and of the anchor one level above. */
export type NeedRound = Round & { lowestStatement?: string; nextAnchor?: string }

/** What a region has recorded; rounds by the step's slug. */
export type NeedRecord = {
  ticks: readonly NeedTick[]
  milestones: readonly MilestoneFact[]
  rounds?: Readonly<Record<string, readonly NeedRound[]>>
}

type NeedValues = {
  'needs.step.summary': {
    n: number
    doneEssential: number
    allEssential: number
    /** Items still missing, essentials and the rest of the quota; gates are counted apart. */
    missing: number
    openGates: number
  }
  'needs.item.essential': {
    owner: string | null
    hasDue: 'yes' | 'no'
    due: string | null
    overdue: boolean
  }
  'needs.milestone.gate': { plannedOn: string | null; overdue: boolean }
  'needs.items.quota': { k: number; items: string[] }
  'needs.assessment.none': Record<string, never>
  'needs.assessment.fewer': { n: number; m: number }
  'needs.assessment.low': {
    level: number
    lowest: number
    /** 1–5, the band of the scale the level falls into. */
    band: number
    threshold: number
    statement: string | null
    nextAnchor: string | null
  }
  'needs.assessment.old': { date: string; deadline: string }
  'needs.upkeep': { date: string; overdue: boolean }
  'needs.step.reached': { date: string; upkeepDate: string; roundDate: string }
  'needs.step.sustained': { date: string; date2: string }
  'needs.part': { part: number; steps: string[] }
  'needs.nothing': Record<string, never>
  'needs.partner': {
    /** The organisation it is needed of; null for the reader's own. */
    partner: string | null
    count: number
    /** Title and day of the task that is wanted first. */
    label: string
    due: string | null
    overdue: boolean
  }
}

/**
 * One line of what is still needed, as data: the message of the same key says it in the reader's
 * language. `subject` is the id of the item, milestone, upkeep or task it is about; days are ISO
 * days.
 */
export type NeedLine<Key extends keyof NeedValues = keyof NeedValues> = {
  [K in Key]: { key: K; step: string | null; subject: string | null; values: NeedValues[K] }
}[Key]
