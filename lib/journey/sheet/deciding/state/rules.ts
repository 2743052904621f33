import {
  type Fault,
  ITEM_STATES,
  MILESTONE_STATES,
  type Standing,
  type State,
  type Values,
} from '../../rules'
import { clean } from '../../../../sheet/text/rules'

export interface Decided extends Pick<Values, 'state' | 'since' | 'reason'> {
  faults: Fault[]
}

const SETTLED: readonly State[] = ['done', 'not_applicable', 'reached']

/**
 * State, day and reason of an entry once a row has had its say; what it must not ask for is a
 * fault. They hang together: a day belongs to what is done, a reason to what does not apply.
 */
export function decideState(base: Standing, set: Partial<Values>, today: string): Decided {
  const state = set.state ?? base.state
  const asIs = { state: base.state, since: base.since, reason: base.reason }
  const refusal = refuse(base, set, state)
  if (refusal) return { ...asIs, faults: [{ column: 'state', fault: refusal }] }
  const faults: Fault[] = []
  const since = decideSince(base, set, state, today)
  if (!SETTLED.includes(state) && set.since && set.since !== base.since) {
    faults.push({ column: 'since', fault: 'sinceOnlyDone' })
  }
  if (since && since > today && since !== base.since) {
    faults.push({ column: 'since', fault: 'future' })
  }
  const reason = decideReason(base, set, state)
  if (state === 'not_applicable' && !reason) faults.push({ column: 'reason', fault: 'reason' })
  const hasReason = state === 'not_applicable' || state === 'waived'
  if (!hasReason && set.reason && isNewReason(base, set.reason)) {
    faults.push({ column: 'reason', fault: 'reasonOnly' })
  }
  return { state, since, reason, faults }
}

function refuse(base: Standing, set: Partial<Values>, state: State): string | null {
  const known: readonly State[] = base.kind === 'milestone' ? MILESTONE_STATES : ITEM_STATES
  if (!known.includes(state)) return base.kind === 'milestone' ? 'ofMilestone' : 'ofItem'
  if (base.state === 'waived') {
    const moves = set.since !== undefined && set.since !== base.since
    return state !== 'waived' || moves || isNewReason(base, set.reason) ? 'waived' : null
  }
  if (state === 'waived') return 'onlyStaff'
  const leavesOut = state === 'not_applicable' && base.state !== 'not_applicable'
  return leavesOut && (base.binding || base.kind === 'upkeep') ? 'essential' : null
}

function isNewReason(base: Standing, reason: string | undefined): boolean {
  return reason !== undefined && clean(reason) !== clean(base.reason)
}

function decideSince(base: Standing, set: Partial<Values>, state: State, today: string) {
  if (!SETTLED.includes(state)) {
    if (state !== base.state) return null
    return set.since === undefined || base.state === 'waived' ? base.since : set.since
  }
  return set.since ?? (state === base.state ? base.since : today)
}

function decideReason(base: Standing, set: Partial<Values>, state: State): string {
  if (state === 'not_applicable') return set.reason ?? base.reason
  return state === base.state ? (set.reason ?? base.reason) : ''
}
