import { withRequestKey } from '@/lib/auth/request-key'
import type { TaskCard } from '@/lib/auth/task-link'
import { addComment } from '@/lib/comments/changes'
import { withFile } from '@/lib/tasks/files/take'
import type { CardMove } from '@/lib/tasks/card/schema'
import { moveTask } from '@/lib/tasks/moves'

/**
 * What the person of a mailed address says of its task: done, later, not us. Gives whether it is
 * done. Throws the Denials of moveTask and of withFile.
 */
export function moveCard(card: TaskCard, { file, ...input }: CardMove, requestKey?: string) {
  const { regionId, taskId: id, partnerId: partner } = card
  const viewer = withRequestKey(card.viewer, requestKey)
  return withFile(regionId, input.move === 'tick' ? file : null, (taken) =>
    moveTask(viewer, { ...input, regionId, id, partner }, taken),
  )
}

/** A comment on it, for the coordinators. Throws the Denials of addComment. */
export function commentCard(card: TaskCard, text: string, requestKey?: string): Promise<void> {
  const viewer = withRequestKey(card.viewer, requestKey)
  const { regionId, taskId: subject } = card
  return addComment(viewer, { regionId, subject, text, asks: false, tell: [] })
}
