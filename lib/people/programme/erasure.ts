import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { erasePerson } from '@/lib/people/erasure'
import { requireAdmin } from '@/lib/people/programme/invitations'
import type { EraseUser } from '@/lib/people/schema'

/** Somebody whose account may be erased at their request, and what has to be settled before. */
export interface Erasable {
  id: string
  name: string
  email: string
  administers: boolean
  /** Places to end first, each where that is done. */
  places: { slug: string; name: string; member: string }[]
}

/**
 * Somebody other than the viewer, as an administrator sees them who is asked to erase their account.
 * Throws Denial: not-found to everybody else, forbidden for oneself.
 */
export async function getErasable(viewer: Viewer, id: string): Promise<Erasable> {
  requireAdmin(viewer)
  return asViewer(viewer, (db) => readErasable(db, viewer, id))
}

/**
 * Erases somebody's account at their request, like eraseOneself. Throws Denial: not-found, forbidden
 * for oneself, while they belong to a region (`placesFirst`) or administer (`roleFirst`), a fault of
 * `email` unless it is the account's own.
 */
export async function eraseUser(viewer: Viewer, { id, email }: EraseUser): Promise<void> {
  requireAdmin(viewer)
  await asViewer(viewer, async (db) => {
    const person = await readErasable(db, viewer, id)
    if (person.administers) throw new Denial('forbidden', 'roleFirst')
    if (email !== person.email) throw new Denial('invalid', 'email:theirAddress')
    if (!(await erasePerson(db, id))) throw new Denial('forbidden', 'placesFirst')
  })
}

async function readErasable(db: Db, viewer: Viewer, id: string): Promise<Erasable> {
  if (id === viewer.userId) throw new Denial('forbidden', 'yourself')
  const person = await db.user.findUnique({
    where: { id },
    select: {
      ...{ name: true, email: true, programmeRole: true },
      memberships: {
        select: { id: true, region: { select: { slug: true, name: true } } },
        orderBy: { region: { name: 'asc' } },
      },
    },
  })
  if (!person) throw new Denial('not-found')
  const { name, email, programmeRole, memberships } = person
  const places = memberships.map(({ id: member, region }) => ({ ...region, member }))
  return { id, name, email, administers: programmeRole === 'admin', places }
}
