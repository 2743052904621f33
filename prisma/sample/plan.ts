import type { PartnerStatus, Sector } from '../../lib/partners/rules'

/** Days before the day of loading; negative for days to come. */
type DaysAgo = number

/** Creative, civil society (halves of their sector), micro-player, intermediary. */
type Mark = 'creative' | 'civil_society' | 'micro' | 'bridge'

export type PartnerPlan = [
  name: string,
  sector: Sector,
  status: PartnerStatus,
  city: string,
  ...marks: Mark[],
]

type PersonPlan = {
  name: string
  role: 'coordinator' | 'partner' | 'observer'
  /** Name of the organisation a partner speaks for. */
  partner?: string
  joined: DaysAgo
}

/** How far a region is with one step; items and milestones by their slugs. */
export type StepPlan = {
  /** Days of the first and the last entry. */
  from: DaysAgo
  to: DaysAgo
  /** All applicable items, just enough of them to reach the step, or those named. */
  done: 'all' | 'enough' | string[]
  reached: 'all' | 'gates' | string[]
  notes?: Record<string, string>
  open?: Record<string, OpenPlan>
  planned?: Record<string, { set: DaysAgo; on: DaysAgo; note?: string }>
  notApplicable?: Record<string, { set: DaysAgo; reason: string }>
  waived?: Record<string, { set: DaysAgo; reason: string }>
  /** Items that were done and are open again. */
  reopened?: Record<string, { set: DaysAgo; note: string }>
  /** Days on which the upkeep was done, with what was found. */
  upkeep?: [on: DaysAgo, note: string][]
}

type OpenPlan = {
  set: DaysAgo
  due: DaysAgo
  /** 'coordinator', 'any-partner', 'sector:…' or 'partner:' and the organisation's name. */
  owner?: string
  started?: boolean
  note?: string
}

/** A comment, in the order of writing; `about` is the slug of an item or milestone. */
type CommentPlan = {
  step: string
  about: string
  by: string
  set: DaysAgo
  text: string
  asks?: boolean
  tell?: string[]
}

/** A round of questions; the level stands for each step that it asks about. */
export type RoundPlan = {
  kind: 'full' | 'short'
  opened: DaysAgo
  /** Null while it is open. */
  closed: DaysAgo | null
  asked: number
  answered: number
  levels: Record<string, number>
  lookBack?: Record<string, number>
  message?: string
  comments?: [step: string, words: string][]
}

export type RegionPlan = {
  slug: string
  name: string
  country: string
  territoryType: 'city' | 'region' | 'interregional'
  territory: string
  timeZone: string
  languages: string[]
  created: DaysAgo
  started: DaysAgo | null
  headline: string
  forum: string
  context: string
  goals: string[]
  challenges: { label: string; paraphrase: string }[]
  plans: { title: string; date: string | null; status: string }[]
  people: PersonPlan[]
  partners: PartnerPlan[]
  steps: Record<string, StepPlan>
  comments?: CommentPlan[]
  /** Who follows the region or one of its steps, and since when. */
  follows?: { by: string; step?: string; set: DaysAgo }[]
  /** Notes, and links where an address is given, by the id of an item or milestone. */
  evidence?: [entry: string, daysAgo: DaysAgo, words: string, url?: string][]
  /** Rounds in which partners said how they see the journey, the oldest first. */
  rounds?: RoundPlan[]
}
