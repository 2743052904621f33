import type { NoticeKind } from '../../notices/rules'

/** How long a mailed address opens its task, from its last mail on. */
export const LINK_DAYS = 30

/** News that asks somebody for something: such a mail leads straight to the card. */
const ASKING: readonly NoticeKind[] = [
  ...(['task.assigned', 'task.accepted', 'task.handed-back', 'task.reminder'] as const),
]

export function asksForSomething(kind: NoticeKind): boolean {
  return ASKING.includes(kind)
}
