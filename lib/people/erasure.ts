import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { hindranceOf } from '@/lib/people/ending/rules'
import type { EraseOneself } from '@/lib/people/schema'

/**
 * Erases the viewer's account: name, address, settings, sessions, private addresses and what was to
 * be mailed are gone at once; what they did and wrote stays with the regions, without a name. Throws
 * Denial: forbidden while they belong to a region or administer, a fault of `email` unless it is
 * the account's own.
 */
export async function eraseOneself(viewer: Viewer, { email }: EraseOneself): Promise<void> {
  const { regions, administers } = hindranceOf(viewer)
  if (regions.length > 0) throw new Denial('forbidden', 'leaveFirst')
  if (administers) throw new Denial('forbidden', 'handOverFirst')
  if (email !== viewer.email) throw new Denial('invalid', 'email:ownAddress')
  await asViewer(viewer, async (db) => {
    // A place that came in meanwhile is left first.
    if (!(await erasePerson(db, viewer.userId))) throw new Denial('forbidden', 'leaveFirst')
  })
}

/** True once the person is erased and the log says so; false while they have a place or administer. */
export async function erasePerson(db: Db, id: string): Promise<boolean> {
  const [answer] = await db.$queryRaw<{ gone: boolean }[]>`
    select erase_person(${id}::uuid, ${uuid()}::uuid) gone`
  return answer?.gone === true
}
