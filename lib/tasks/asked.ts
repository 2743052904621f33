import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import type { TaskFor } from '@/lib/tasks/rules'

interface Wanted {
  forWhom: string
  partners: string[]
  person: string
}

/** Who is asked, in columns of the task, and the organisations asked by name. */
export interface Asked {
  forKind: TaskFor
  forSector: string | null
  assigneeId: string | null
  parts: { partnerId: string; userId: string | null }[]
}

/**
 * Reads who is asked from a form: organisations that are ticked come before any other answer.
 * Throws Denial for organisations and people that are not of the region.
 */
export async function findAsked(db: Db, regionId: string, wanted: Wanted): Promise<Asked> {
  const { forWhom, partners, person } = wanted
  const place = person ? await findPlace(db, regionId, person) : null
  const named = place?.partnerId && partners.length === 0 ? [place.partnerId] : partners
  if (named.length > 0) {
    const where = { regionId, id: { in: named }, archivedAt: null }
    if ((await db.partner.count({ where })) < named.length) {
      throw new Denial('invalid', 'partners:invalid')
    }
    if (place && !named.includes(place.partnerId ?? ''))
      throw new Denial('invalid', 'person:people')
    const parts = named.map((partnerId) => ({
      ...{ partnerId, userId: place?.partnerId === partnerId ? place.userId : null },
    }))
    return { forKind: 'partners', forSector: null, assigneeId: null, parts }
  }
  if (forWhom === 'partners') throw new Denial('invalid', 'partners:chooseSome')
  const assigneeId = place?.userId ?? null
  const kind = assigneeId ? 'coordinator' : forWhom
  if (kind.startsWith('sector:')) {
    return { forKind: 'sector', forSector: kind.slice(7), assigneeId: null, parts: [] }
  }
  return {
    ...{ forKind: kind === 'any-partner' ? 'any-partner' : 'coordinator', forSector: null },
    ...{ assigneeId, parts: [] },
  }
}

/** The place of somebody who can be asked: a coordinator, or a partner's person. */
async function findPlace(db: Db, regionId: string, userId: string) {
  const member = await db.member.findFirst({
    where: { regionId, userId, role: { in: ['coordinator', 'partner'] } },
    select: { userId: true, partnerId: true, role: true },
  })
  if (!member) throw new Denial('invalid', 'person:people')
  return { userId, partnerId: member.role === 'partner' ? member.partnerId : null }
}
