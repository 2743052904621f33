import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { candidly, findPresent } from '@/lib/candid/changes'
import type { AddTalk, PlanContact, RemoveTalk } from '@/lib/candid/schema'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'

/**
 * Keeps that somebody talked with an organisation, or a note about it. Throws Denial: not-found,
 * forbidden; faults of heldOn for a day to come, of words for a note without any.
 */
export function addTalk(viewer: Viewer, { regionId, heldOn, ...input }: AddTalk) {
  return candidly({ viewer, regionId }, async (db, { timeZone }) => {
    await findPresent(db, regionId, input.partnerId)
    const now = new Date()
    if (heldOn > dayIn(timeZone, now)) throw new Denial('invalid', 'heldOn:future')
    if (input.kind === 'note' && input.words === '') throw new Denial('invalid', 'words:required')
    await db.partnerTalk.createMany({
      data: [
        {
          ...{ regionId, id: uuid(), ...input, heldOn: fromDay(heldOn) },
          ...{ authorId: viewer.userId, createdAt: now },
        },
      ],
    })
  })
}

/** Takes a talk or a note away for good: what is personal must be able to go. Throws Denial. */
export function removeTalk(viewer: Viewer, { regionId, id }: RemoveTalk) {
  return candidly({ viewer, regionId }, async (db) => {
    const { count } = await db.partnerTalk.deleteMany({ where: { regionId, id } })
    if (count === 0) throw new Denial('not-found')
  })
}

/** Keeps when somebody gets in touch next, and who. Throws Denial: not-found, forbidden, conflict. */
export function planContact(
  viewer: Viewer,
  { regionId, partnerId, version, dueOn, who }: PlanContact,
) {
  return candidly({ viewer, regionId }, async (db) => {
    await findPresent(db, regionId, partnerId)
    const written = await db.$executeRaw`
      insert into next_contacts (region_id, partner_id, due_on, who, changed_at, version)
      select ${regionId}::uuid, ${partnerId}::uuid, ${fromDay(dueOn)}::date, ${who}, ${new Date()}, 1
      where ${version} = 0 or exists (select from next_contacts
        where region_id = ${regionId}::uuid and partner_id = ${partnerId}::uuid)
      on conflict (region_id, partner_id) do update
        set due_on = excluded.due_on, who = excluded.who, changed_at = excluded.changed_at,
          version = next_contacts.version + 1
        where next_contacts.version = ${version}`
    if (written === 0) throw await contactConflict(db, regionId, partnerId)
  })
}

async function contactConflict(db: Db, regionId: string, partnerId: string): Promise<Denial> {
  const now = await db.nextContact.findUnique({
    where: { regionId_partnerId: { regionId, partnerId } },
  })
  if (!now) return new Denial('conflict')
  const { version, who: name, dueOn, changedAt: when } = now
  return new Denial('conflict', undefined, {
    ...{ version, names: {}, who: null, when },
    fields: { dueOn: dueOn?.toISOString().slice(0, 10) ?? '', who: name },
  })
}
