import type { ProgrammeRole, Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { mailLastCoordinatorLeft } from '@/lib/mail/last-coordinator'
import { listProgrammeInvitations, requireAdmin } from '@/lib/people/programme/invitations'
import { noteProgramme } from '@/lib/people/programme/log'
import type { WhichUser } from '@/lib/people/schema'

const PAGE = 50

interface UserRow {
  id: string
  name: string
  email: string
  programmeRole: ProgrammeRole | null
  lastSeenAt: Date | null
  disabledAt: Date | null
  version: number
  places: { slug: string; name: string; role: 'coordinator' | 'partner' | 'observer' }[]
}

/**
 * People by address, those `after` one; `more` names the next page. For administrators,
 * Denial('not-found') to everybody else.
 */
export async function listUsers(
  viewer: Viewer,
  { search, after }: { search: string; after: string | null },
) {
  requireAdmin(viewer)
  const now = new Date()
  const like = `%${search.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return asViewer(viewer, async (db) => {
    const rows = await db.$queryRaw<UserRow[]>`
      select u.id, u.name, u.email, u.programme_role "programmeRole", u.last_seen_at "lastSeenAt",
        u.disabled_at "disabledAt", u.version,
        (select coalesce(json_agg(json_build_object('slug', r.slug, 'name', r.name, 'role', m.role)
          order by r.name), '[]')
          from members m join regions r on r.id = m.region_id where m.user_id = u.id) places
      from users u
      where (u.name ilike ${like} or u.email ilike ${like}) and u.email > ${after ?? ''}
      order by u.email limit ${PAGE + 1}`
    const users = rows.slice(0, PAGE)
    return {
      now,
      users: users.map((user) => ({ ...user, isViewer: user.id === viewer.userId })),
      more: rows.length > PAGE ? (users.at(-1)?.email ?? null) : null,
      invitations: await listProgrammeInvitations(db, now),
    }
  })
}

export type ProgrammeUser = Awaited<ReturnType<typeof listUsers>>['users'][number]

/**
 * Bars somebody: no sign-in any more, and every session ends at once. Staff hear of regions that are
 * without a coordinator thereby.
 */
export async function disableUser(viewer: Viewer, input: WhichUser): Promise<void> {
  const deserted = await changeUser(viewer, input, async (db) => {
    await db.session.deleteMany({ where: { userId: input.id } })
    return {
      kind: 'user.disabled',
      data: { disabledAt: new Date() },
      afterwards: () => findDeserted(db, input.id),
    }
  })
  for (const { staff, ...region } of deserted) await mailLastCoordinatorLeft(staff, region)
}

interface Deserted {
  slug: string
  name: string
  staff: { email: string; locale: string | null }[]
}

/** The regions whose last coordinator somebody was, each with the staff to tell; noted for the programme. */
function findDeserted(db: Db, userId: string) {
  return db.$queryRaw<Deserted[]>`
    select r.slug, r.name, json_agg(json_build_object('email', t.email, 'locale', t.locale)) staff
    from members m join regions r on r.id = m.region_id
    cross join lateral tell_last_coordinator_left(m.region_id, gen_random_uuid()) t
    where m.user_id = ${userId}::uuid and m.role = 'coordinator' group by r.id`
}

/** Lets somebody in again. */
export async function enableUser(viewer: Viewer, input: WhichUser): Promise<void> {
  await changeUser(viewer, input, async () => ({
    kind: 'user.enabled',
    data: { disabledAt: null },
  }))
}

/** Takes a programme role away, from this moment on; memberships in regions stay. */
export async function withdrawRole(viewer: Viewer, input: WhichUser): Promise<void> {
  await changeUser(viewer, input, async () => ({
    kind: 'role.withdrawn',
    data: { programmeRole: null },
  }))
}

interface UserChange {
  kind: string
  data: { disabledAt?: Date | null; programmeRole?: null }
  /** Asked once the change is written, within its transaction. */
  afterwards?: () => Promise<Deserted[]>
}

/** Nobody changes themselves here, so that one administrator always remains. */
async function changeUser(
  viewer: Viewer,
  { id, version }: WhichUser,
  decide: (db: Db) => Promise<UserChange>,
): Promise<Deserted[]> {
  requireAdmin(viewer)
  return asViewer(viewer, async (db) => {
    const user = await db.user.findUnique({ where: { id }, select: { programmeRole: true } })
    if (!user) throw new Denial('not-found')
    if (id === viewer.userId) throw new Denial('forbidden', 'yourself')
    const { kind, data, afterwards } = await decide(db)
    const changed = await db.user.updateMany({
      where: { id, version },
      data: { ...data, version: version + 1 },
    })
    if (changed.count === 0) throw new Denial('conflict')
    const { programmeRole } = user
    await noteProgramme(db, viewer, { kind, subject: id, before: { role: programmeRole } })
    return afterwards ? afterwards() : []
  })
}
