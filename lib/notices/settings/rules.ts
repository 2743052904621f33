import type { NoticeKind } from '../rules'

/** The kinds of mails as people choose among them. What concerns an address is always told. */
const MAIL_CHOICES = {
  tasks: [
    'task.assigned',
    'task.handed-back',
    'task.submitted',
    'task.proposed',
    'task.accepted',
    'task.declined',
  ],
  reminders: ['task.reminder', 'round.reminder'],
  mentions: ['comment.mention'],
} as const satisfies Record<string, readonly NoticeKind[]>

export type MailChoice = keyof typeof MAIL_CHOICES

export const listChoices = () => Object.keys(MAIL_CHOICES) as MailChoice[]

/** The choices that somebody who does not want these kinds has left on. */
export function wantedChoices(unwanted: readonly string[]): MailChoice[] {
  return listChoices().filter((choice) =>
    MAIL_CHOICES[choice].some((kind) => !unwanted.includes(kind)),
  )
}

/** The kinds that nobody gets who wants these choices alone. */
export function unwantedKinds(wanted: Record<MailChoice, boolean>): NoticeKind[] {
  return listChoices().flatMap((choice) => (wanted[choice] ? [] : [...MAIL_CHOICES[choice]]))
}
