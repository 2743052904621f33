import { type CandidFacts, type CandidSuggestion, suggestFromCandid } from '../candid/facts/rules'
import { SECTORS, type Sector } from '../partners/rules'

/** What the tools of a region know, of which ticks follow (`autoSuggest` in the guidebook). */
export interface ToolFacts {
  /** Organisations on the list by their primary sector, without those who left. */
  listed: Record<Sector, number>
  /** Sectors for which it is noted who is missing, or that nobody is. */
  sectorsAnswered: number
  microPlayers: number
  /** Intermediaries of creatives and civil society: networks that reach small players. */
  networks: number
  /** Intermediaries who were contacted, or are nearer. */
  bridgesContacted: number
  committed: number
  committedSectors: number
  /** Relations that hold, between organisations of the list. */
  relations: number
  /** Counted for coordinators alone; zeros for everybody else. */
  candid: CandidFacts
}

/** An item or milestone that seems to hold, and the message of `step.suggest` that says why. */
export interface Suggestion {
  item: string
  reason:
    | 'helixListed'
    | 'gapsNamed'
    | 'microPlayers'
    | 'networks'
    | 'bridgesAsked'
    | 'coreGroup'
    | 'mapDrawn'
    | CandidSuggestion['reason']
  values: Record<string, number>
}

const SUGGESTS: readonly ((facts: ToolFacts) => Suggestion | null)[] = [
  helixListed,
  gapsNamed,
  microPlayers,
  bridgesAsked,
  coreGroup,
  mapDrawn,
]

const STEPS: readonly string[] = ['ecosystem', 'engagement']

/** True for a step of which the tools know something. */
export function isSuggestedFor(step: string): boolean {
  return STEPS.includes(step)
}

/** What seems to be done already, with the reason; ticking it stays a person's. */
export function suggestTicks(facts: ToolFacts): Suggestion[] {
  const own = SUGGESTS.flatMap((suggest) => suggest(facts) ?? [])
  return [...own, ...suggestFromCandid(facts.candid)]
}

function helixListed({ listed }: ToolFacts): Suggestion | null {
  if (SECTORS.some((sector) => listed[sector] < 2)) return null
  const count = SECTORS.reduce((sum, sector) => sum + listed[sector], 0)
  return { item: 'ecosystem.checklist.helix-listed', reason: 'helixListed', values: { count } }
}

function gapsNamed({ sectorsAnswered: count }: ToolFacts): Suggestion | null {
  if (count < SECTORS.length) return null
  return { item: 'ecosystem.checklist.helix-gaps-named', reason: 'gapsNamed', values: { count } }
}

function microPlayers({ microPlayers: micro, networks }: ToolFacts): Suggestion | null {
  const item = 'ecosystem.checklist.micro-players-found'
  if (micro >= 5) return { item, reason: 'microPlayers', values: { count: micro } }
  return networks > 0 ? { item, reason: 'networks', values: { count: networks } } : null
}

function bridgesAsked({ bridgesContacted: count }: ToolFacts): Suggestion | null {
  if (count < 2) return null
  return { item: 'ecosystem.checklist.bridges-asked', reason: 'bridgesAsked', values: { count } }
}

function coreGroup({ committed: count, committedSectors: sectors }: ToolFacts): Suggestion | null {
  if (count < 5 || sectors < 3) return null
  return {
    ...{ item: 'engagement.milestones.core-group-formed', reason: 'coreGroup' as const },
    values: { count, sectors },
  }
}

function mapDrawn({ relations: count }: ToolFacts): Suggestion | null {
  if (count < 8) return null
  return { item: 'ecosystem.checklist.map-drawn', reason: 'mapDrawn', values: { count } }
}
