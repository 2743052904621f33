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

type AskedTask = Pick<Task, 'regionId' | 'id' | 'title' | 'dueOn' | 'forKind' | 'assigneeId'> & {
  parts: readonly AskedPart[]
}

interface AskedPart {
  partnerId: string
  userId: string | null
}

/** Tells those who are asked by name to do a task, whoever they are; `act` can take it back. */
export function tellAsked(
  db: Db,
  viewer: Viewer,
  task: AskedTask,
  act: string | null = null,
): Promise<void> {
  return tellAllAsked(db, viewer, [task], act)
}

/** The same for several tasks of one region at once. */
export async function tellAllAsked(
  db: Db,
  viewer: Viewer,
  tasks: readonly AskedTask[],
  act: string | null = null,
): Promise<void> {
  const partsOf = ({ forKind, parts }: AskedTask) => (forKind === 'partners' ? parts : [])
  const organisations = tasks.flatMap((task) => partsOf(task).map(({ partnerId }) => partnerId))
  const coordinators = tasks.flatMap(({ assigneeId }) => assigneeId ?? [])
  const [first] = tasks
  if (!first || organisations.length + coordinators.length === 0) return
  const { regionId } = first
  const members = await db.member.findMany({
    where: {
      regionId,
      OR: [
        { role: 'partner', partnerId: { in: [...new Set(organisations)] } },
        { role: 'coordinator', userId: { in: [...new Set(coordinators)] } },
      ],
    },
    select: { userId: true, partnerId: true, role: true },
  })
  const [partners, keepers] = [
    members.filter(({ role }) => role === 'partner'),
    members.filter(({ role }) => role === 'coordinator'),
  ]
  const notices = tasks.flatMap((task) => {
    const { id: subject, title, dueOn, assigneeId } = task
    const facts = { by: viewer.name, title, ...(dueOn && { dueOn }), ...(act && { act }) }
    return [
      ...peopleOf(partners, partsOf(task)),
      ...keepers.filter(({ userId }) => userId === assigneeId),
    ]
      .filter(({ userId }) => userId !== viewer.userId)
      .map(({ userId }) => ({ userId, kind: 'task.assigned' as const, subject, facts }))
  })
  await notify(db, regionId, notices)
}

/** The people of the organisations that are asked, or the one who is. */
function peopleOf<Member extends { userId: string; partnerId: string | null }>(
  members: readonly Member[],
  parts: readonly AskedPart[],
): Member[] {
  const asked = new Map(parts.map(({ partnerId, userId }) => [partnerId, userId]))
  return members.filter(({ userId, partnerId }) => {
    const person = asked.get(partnerId ?? '')
    return person !== undefined && (person === null || person === userId)
  })
}

/** Tells an organisation's people, or the one who is asked; nobody hears of what they did themselves. */
export async function tellPartners(
  db: Db,
  viewer: Viewer,
  told: Told,
  parts: readonly AskedPart[],
): Promise<void> {
  if (parts.length === 0) return
  const members = await db.member.findMany({
    where: {
      ...{ regionId: told.regionId, role: 'partner' },
      partnerId: { in: parts.map(({ partnerId }) => partnerId) },
    },
    select: { userId: true, partnerId: true },
  })
  await tell(db, viewer, told, peopleOf(members, parts))
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
