import { addMonths } from '../dates/rules'
import { SECTORS } from '../partners/rules'

/** Of one organisation with a task. */
export type PartState = 'open' | 'submitted' | 'handed_back' | 'done'

/** Of a task as a whole. A proposal is a task once a coordinator takes it on. */
export const TASK_STATES = [
  ...(['proposed', 'open', 'handed_back', 'submitted', 'done', 'declined'] as const),
] as const
export type TaskState = (typeof TASK_STATES)[number]

/** By whom a task is handed back, and why: the coordinator asks again, the organisation cannot. */
export type Back = 'again' | 'not_us' | 'later'

export type TaskFor = 'coordinator' | 'any-partner' | 'sector' | 'partners'

/** Who is asked, as one word: the columns for_kind and for_sector together. */
export const FOR_WHOM = [
  ...(['coordinator', 'any-partner', 'partners'] as const),
  ...SECTORS.map((sector) => `sector:${sector}` as const),
] as const
export type ForWhom = (typeof FOR_WHOM)[number]

/** Where one organisation stands; `back` is empty unless its state is handed_back. */
export interface Part {
  state: PartState
  back: Back | ''
}

/** What somebody does about the part of one organisation; grant is to give it the later day it asks for. */
export const MOVES = ['tick', 'accept', 'again', 'not_us', 'later', 'grant', 'reopen'] as const
export type Move = (typeof MOVES)[number]

/**
 * Where an organisation stands after a move; null where the move makes no sense. A tick-off is
 * submitted and waits for a coordinator, unless the task skips the check or a coordinator ticks.
 */
export function movePart(
  part: Part,
  move: Move,
  { skipCheck, checks }: { skipCheck: boolean; checks: boolean },
): Part | null {
  const waits = waitsForPartner(part)
  switch (move) {
    case 'tick':
      if (part.state === 'done' || (part.state === 'submitted' && !checks)) return null
      return { state: skipCheck || checks ? 'done' : 'submitted', back: '' }
    case 'accept':
      return part.state === 'submitted' ? { state: 'done', back: '' } : null
    case 'again':
      return part.state === 'submitted' || part.state === 'done'
        ? { state: 'handed_back', back: 'again' }
        : null
    case 'not_us':
    case 'later':
      return waits ? { state: 'handed_back', back: move } : null
    case 'grant':
      return part.back === 'later' ? { state: 'open', back: '' } : null
    case 'reopen':
      return part.state === 'open' ? null : { state: 'open', back: '' }
  }
}

/** True when the next move is the organisation's. */
export function waitsForPartner({ state, back }: Part): boolean {
  return state === 'open' || (state === 'handed_back' && back === 'again')
}

/**
 * What a task is as a whole, by its organisations: with several asked by name it is done when all
 * of them are; where any partner may do it, one is enough. What is submitted stands before what is
 * handed back, and both before what is open: the coordinator's next move shows. A task that nobody
 * has begun is open.
 */
export function wholeState(forKind: TaskFor, parts: readonly Part[]): PartState {
  const has = (state: PartState) => parts.some((part) => part.state === state)
  const one = forKind === 'any-partner' || forKind === 'sector'
  if (one && has('done')) return 'done'
  if (parts.length > 0 && parts.every(({ state }) => state === 'done')) return 'done'
  if (has('submitted')) return 'submitted'
  return has('handed_back') ? 'handed_back' : 'open'
}

/** True while something is still to be done about a task. */
export function isOpenTask(state: TaskState): boolean {
  return state === 'open' || state === 'submitted' || state === 'handed_back'
}

/** The day of the next of a task that comes again: months after its own day, else after today. */
export function nextDueOn(dueOn: string | null, months: number, today: string): string {
  const next = addMonths(dueOn ?? today, months)
  return next > today ? next : addMonths(today, months)
}
