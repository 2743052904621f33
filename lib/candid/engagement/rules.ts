import { daysBetween } from '../../dates/rules'
import type { PartnerStatus } from '../../partners/rules'

/** A partner of whom nothing was heard for this many days is silent (guidebook, engagement planner). */
export const SILENT_DAYS = 90

/** Personal words and names in candid data are kept for this long (guidebook, engagement planner). */
export const NOTE_MONTHS = 24

const IN_TOUCH: readonly PartnerStatus[] = ['contacted', 'engaged', 'committed']

export interface Heard {
  status: PartnerStatus
  /** Since when it is on the list, as an ISO day. */
  since: string
  /** Day of the last talk, and of the last thing its people did here. */
  talkedOn: string | null
  seenOn: string | null
}

/** Day of the last talk or the last thing its people did; else since when it is on the list. */
export function lastSign({ since, talkedOn, seenOn }: Heard): string {
  return [talkedOn, seenOn].reduce<string>(
    (latest, day) => (day && day > latest ? day : latest),
    since,
  )
}

/** No talk, task, tick or comment for 90 days, of an organisation with which there is contact. */
export function isSilent(heard: Heard, today: string): boolean {
  return IN_TOUCH.includes(heard.status) && daysBetween(lastSign(heard), today) >= SILENT_DAYS
}
