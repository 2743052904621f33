/** What somebody can be told about in a mail. */
export const NOTICE_KINDS = [
  'task.assigned',
  'task.handed-back',
  'task.submitted',
  'task.proposed',
  'task.accepted',
  'task.declined',
  'task.reminder',
  'comment.mention',
  'round.opened',
  'round.reminder',
  'mail.paused',
  'digest',
] as const

export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Minutes for which more may join a mail before it goes. */
export const GATHER_MINUTES = 10

/** When a mail about something that came up now goes, if none went today. */
export function gatherUntil(now: Date): Date {
  return new Date(now.getTime() + GATHER_MINUTES * 60_000)
}
