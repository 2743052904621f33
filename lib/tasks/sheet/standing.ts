import type { Task } from '@/lib/tasks/read'
import type { ForWhom } from '@/lib/tasks/rules'
import type { Standing } from '@/lib/tasks/sheet/rules'

/** A task as its sheet has it: who is asked, not who has done something. */
export function standingOf(task: Task): Standing {
  const { id, version, state, archived, title, doneWhen, link, dueOn, skipCheck } = task
  const { forKind, forSector, repeatMonths, parts, assigneeId } = task
  const named = forKind === 'partners' ? parts : []
  const person = named.find(({ userId }) => userId !== null)?.userId ?? assigneeId ?? ''
  return {
    ...{ id, version, state, archived, title, doneWhen, link, dueOn, skipCheck, repeatMonths },
    ...{ step: task.step ?? '', entry: task.entry ?? '', person },
    forWhom: forKind === 'sector' ? (`sector:${forSector}` as ForWhom) : forKind,
    partners: named.map(({ partnerId }) => partnerId).toSorted(),
  }
}
