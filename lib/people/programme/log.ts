import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { canManagePeople } from '@/lib/people/access/rules'
import { Denial } from '@/lib/errors'

const PAGE = 50

type Facts = Record<string, string | boolean | null>

/** Notes a change outside any region, in the transaction of that change. */
export async function noteProgramme(
  db: Db,
  viewer: Viewer,
  entry: { kind: string; subject: string; before?: Facts; after?: Facts },
): Promise<void> {
  // Staff may add entries and not read them, hence no "returning".
  await db.programmeActivity.createMany({
    data: [{ id: uuid(), actorId: viewer.userId, ...entry }],
  })
}

/**
 * The programme's log, newest first, `before` an entry's id; `more` names the next page. For
 * administrators, Denial('not-found') to everybody else.
 */
export function listProgrammeActivity(viewer: Viewer, { before }: { before: string | null }) {
  if (!canManagePeople(viewer)) return Promise.reject(new Denial('not-found'))
  return asViewer(viewer, async (db) => {
    const rows = await db.programmeActivity.findMany({
      ...(before && { where: { id: { lt: before } } }),
      orderBy: { id: 'desc' },
      take: PAGE + 1,
    })
    const entries = rows.slice(0, PAGE)
    const ids = [
      ...new Set(entries.flatMap(({ actorId, subject }) => [actorId ?? [], subject].flat())),
    ]
    const people = await db.user.findMany({
      where: { id: { in: ids.filter((id) => UUID.test(id)) } },
      select: { id: true, name: true, email: true },
    })
    const nameOf = (id: string | null) => {
      const person = people.find((one) => one.id === id)
      return person ? person.name || person.email : null
    }
    return {
      entries: entries.map(({ id, at, actorId, kind, subject, after }) => ({
        ...{ id, at, kind },
        actor: nameOf(actorId),
        /** Done by somebody whose account is gone; without it, an entry nobody did is the server's. */
        isFormer: actorId !== null && nameOf(actorId) === null,
        subject: nameOf(subject) ?? textOf(after, 'name') ?? '',
        role: textOf(after, 'role'),
      })),
      more: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null,
    }
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function textOf(facts: unknown, key: string): string | null {
  if (typeof facts !== 'object' || facts === null || !(key in facts)) return null
  const value = (facts as Record<string, unknown>)[key]
  return typeof value === 'string' ? value : null
}
