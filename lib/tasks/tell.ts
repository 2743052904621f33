import type { Viewer } from '@/lib/auth/rules'
import type { Db } from '@/lib/db/as-viewer'
import { notify } from '@/lib/notices/notify'
import type { NoticeKind } from '@/lib/notices/rules'
import type { Task } from '@/lib/tasks/read'

interface Told {
  regionId: string
  id: string
  kind: NoticeKind
  facts: Record<string, string>
}

/** Tells those who are asked by name to do a task, whoever they are; `act` can take it back. */
export async function tellAsked(
  db: Db,
  viewer: Viewer,
  task: Pick<Task, 'regionId' | 'id' | 'title' | 'dueOn' | 'forKind' | 'assigneeId'> & {
    parts: readonly { partnerId: string; userId: string | null }[]
  },
  act: string | null = null,
): Promise<void> {
  const { regionId, id, title, dueOn, assigneeId } = task
  const facts = { title, ...(dueOn && { dueOn }), ...(act && { act }) }
  const told: Told = { regionId, id, kind: 'task.assigned', facts }
  if (task.forKind === 'partners') await tellPartners(db, viewer, told, task.parts)
  if (assigneeId) await tellCoordinators(db, viewer, told, assigneeId)
}

/** Tells an organisation's people, or the one who is asked; nobody hears of what they did themselves. */
export async function tellPartners(
  db: Db,
  viewer: Viewer,
  told: Told,
  parts: readonly { partnerId: string; userId: string | null }[],
): Promise<void> {
  if (parts.length === 0) return
  const members = await db.member.findMany({
    where: {
      ...{ regionId: told.regionId, role: 'partner' },
      partnerId: { in: parts.map(({ partnerId }) => partnerId) },
    },
    select: { userId: true, partnerId: true },
  })
  const asked = new Map(parts.map(({ partnerId, userId }) => [partnerId, userId]))
  const people = members.filter(({ userId, partnerId }) => {
    const person = asked.get(partnerId ?? '')
    return !person || person === userId
  })
  await tell(db, viewer, told, people)
}

/** Tells a region's coordinators, or the one who is asked. */
export async function tellCoordinators(
  db: Db,
  viewer: Viewer,
  told: Told,
  only: string | null = null,
): Promise<void> {
  const people = await db.member.findMany({
    where: { regionId: told.regionId, role: 'coordinator', ...(only && { userId: only }) },
    select: { userId: true },
  })
  await tell(db, viewer, told, people)
}

async function tell(
  db: Db,
  viewer: Viewer,
  { regionId, id, kind, facts }: Told,
  people: readonly { userId: string }[],
) {
  const others = people.filter(({ userId }) => userId !== viewer.userId)
  const said = { by: viewer.name, ...facts }
  const notices = others.map(({ userId }) => ({ userId, kind, subject: id, facts: said }))
  await notify(db, regionId, notices)
}
