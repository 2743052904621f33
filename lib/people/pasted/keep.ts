import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { createThrottle } from '@/lib/db/throttle'
import { Denial } from '@/lib/errors'
import { notePartner } from '@/lib/partners/note'
import type { Sector } from '@/lib/partners/rules'
import { noteStandings } from '@/lib/partners/standings'
import { endOfInvitation } from '@/lib/people/invitations/rules'
import { type Decision, decidePasted } from '@/lib/people/pasted/deciding/rules'
import { MOST_PASTED } from '@/lib/people/pasted/rules'
import type { KeepPasted } from '@/lib/people/pasted/schema'
import { readSituation } from '@/lib/people/pasted/situation'
import { seatInvited } from '@/lib/people/seating'
import { getRegion } from '@/lib/regions/find'
import { keyOf } from '@/lib/sheet/text/rules'

/** Three full lists an hour. */
const allowsInvited = createThrottle('invite-list', 3 * MOST_PASTED, 3600)

export interface InvitedByList {
  slug: string
  invited: number
  /** Of those invited, who had an account and is a member already. */
  joined: number
}

/**
 * Invites everybody of a list, all or nothing, adds the organisations it was told to add, and lets
 * a job mail them. Every rule is asked anew. Throws Denial: not-found, forbidden, tooOften, a fault
 * of `choices`, or conflict where anything would not be as it was shown.
 */
export async function keepPasted(
  viewer: Viewer,
  { regionId, changes, choices, seat, locale }: KeepPasted,
): Promise<InvitedByList> {
  if (!(await allowsInvited(viewer.userId, changes.length))) {
    throw new Denial('forbidden', 'tooOften')
  }
  return asViewer(
    viewer,
    async (db) => {
      const region = await getRegion(db, viewer, { id: regionId })
      const addresses = changes.map(({ email }) => email)
      const situation = await readSituation(db, viewer, regionId, {
        addresses,
        fallback: seat,
      })
      const decisions = decidePasted(situation, changes, { fallback: seat, choices })
      if (decisions.some(({ faults, leftOut }) => faults.length > 0 || leftOut)) {
        throw new Denial('conflict', 'listChanged')
      }
      if (decisions.some(({ asks }) => asks && !asks.choice)) {
        throw new Denial('invalid', 'choices:chooseOrganisations')
      }
      const added = await addOrganisations(db, viewer, region, decisions)
      const joined = await writeInvitations(db, viewer, { regionId, locale, decisions, added })
      return { slug: region.slug, invited: decisions.length, joined }
    },
    { lock: regionId },
  )
}

/** Adds the organisations that were chosen to be new; gives their ids by name. */
async function addOrganisations(
  db: Db,
  viewer: Viewer,
  region: { id: string; timeZone: string },
  decisions: Decision[],
): Promise<Map<string, string>> {
  const wanted = new Map<string, { id: string; name: string; sector: Sector }>()
  for (const { asks } of decisions) {
    if (asks?.choice?.kind !== 'new') continue
    const { name, choice } = asks
    const key = keyOf(name)
    if (!wanted.has(key)) wanted.set(key, { id: uuid(), name, sector: choice.sector })
  }
  const fresh = [...wanted.values()]
  if (fresh.length > 0) {
    const regionId = region.id
    const status = 'contacted' as const
    await db.partner.createMany({ data: fresh.map((one) => ({ regionId, ...one, status })) })
    await noteStandings(
      db,
      region,
      fresh.map(({ id }) => ({ id, status })),
    )
    const batch = uuid()
    await notePartner(
      db,
      viewer,
      ...fresh.map(({ id, name, sector }) => ({
        ...{ regionId, id, kind: 'partner.added', batch, after: { name, sector, status } },
      })),
    )
  }
  return new Map(fresh.map(({ id, name }) => [keyOf(name), id]))
}

interface ToWrite {
  regionId: string
  locale: string
  decisions: Decision[]
  added: ReadonlyMap<string, string>
}

/** Gives how many of the invited are members from now on. */
async function writeInvitations(
  db: Db,
  viewer: Viewer,
  { regionId, locale, decisions, added }: ToWrite,
): Promise<number> {
  const now = new Date()
  const invitations = decisions.map(({ wanted: { email, name }, seat, asks }) => {
    const partnerId = seat?.partnerId ?? added.get(keyOf(asks?.name ?? '')) ?? null
    const place = seat ?? { role: 'partner' as const, partnerId }
    return { id: uuid(), email, name, role: place.role, partnerId }
  })
  const sent = { invitedById: viewer.userId, sentAt: now, expiresAt: endOfInvitation(now) }
  await db.invitation.createMany({
    data: invitations.map((one) => ({ ...one, ...sent, regionId, locale, mail: 'waiting' })),
  })
  const batch = uuid()
  await db.activity.createMany({
    data: invitations.map(({ id, role, partnerId }) => ({
      ...{ regionId, actorId: viewer.userId, kind: 'member.invited', subject: id, batch },
      after: { role, partnerId },
    })),
  })
  const joined = await seatInvited(
    db,
    regionId,
    invitations.map(({ id }) => id),
  )
  await db.$executeRaw`select queue_invitations()`
  return joined
}
