import type { GuideStep } from '../guidebook/rules'
import { type Owner, ownerWord } from '../journey/access/rules'
import type { DerivedStep } from '../journey/derived/rules'
import { openEntries, type Waiting } from '../my/rules'

/** What one owner has promised or been asked for, the most urgent first. */
export interface Promised {
  owner: Owner
  entries: Waiting[]
}

/**
 * What waits for others than the coordinator, by owner: who has something overdue or due soonest
 * comes first. The same things wait in those partners' own lists.
 */
export function openPromises(
  steps: readonly GuideStep[],
  derived: readonly DerivedStep[],
  record: Parameters<typeof openEntries>[2],
  today: string,
): Promised[] {
  const open = openEntries(steps, derived, record, today, ({ kind }) => kind !== 'coordinator')
  const byOwner = Map.groupBy(open, ({ owner }) => ownerWord(owner))
  // Entries come by urgency, so owners do by their first.
  return [...byOwner.values()].flatMap((entries) => {
    const [first] = entries
    return first ? [{ owner: first.owner, entries }] : []
  })
}
