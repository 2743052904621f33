export const PHASES = ['waiting', 'voting', 'shown', 'agreed', 'ended'] as const
type Phase = (typeof PHASES)[number]

/** What everybody in the room may know of it. */
export interface Room {
  version: number
  phase: Phase
  /** Place of the present statement, from 0. */
  position: number
  statement: string
  /** Which vote about the statement it is; a vote for an earlier one counts for nothing. */
  ballot: number
  present: number
  voted: number
  /** How many voted for each level, then how many cannot judge; null until shown and by three. */
  bars: number[] | null
  /** What the room agreed on earlier or just now. */
  level: number | null
}

/** From this level on the guidebook wants to know what shows it. */
export const EVIDENCE_FROM = 4

/** How a facilitator moves the room. */
export const MOVES = ['begin', 'show', 'again', 'next', 'back'] as const
export type Move = (typeof MOVES)[number]

/** Which moves make sense where the room stands, among so many statements. */
export function movesFrom(
  { phase, position }: Pick<Room, 'phase' | 'position'>,
  statements: number,
): Move[] {
  if (phase === 'ended') return []
  if (phase === 'waiting') return ['begin']
  const moves: Move[] = phase === 'voting' ? ['show'] : ['again']
  if (position > 0) moves.push('back')
  if (position < statements - 1) moves.push('next')
  return moves
}

/** Whether phones see anything new: votes that come in are counted on the wall alone. */
export function isNewsForPhones(before: Room | null, after: Room): boolean {
  return before === null || before.version !== after.version
}
