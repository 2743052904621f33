import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canEditProfile } from '@/lib/partners/access/rules'
import type { AddContact, ChangeContact, RemoveContact } from '@/lib/partners/contact-schema'
import { notePartner } from '@/lib/partners/note'
import { readPartner } from '@/lib/partners/read'
import { getRegion } from '@/lib/regions/find'

/** People of one organisation without account that a list can hold. */
const MOST_CONTACTS = 30

/** Adds somebody who has no account. Throws Denial: not-found, forbidden, or enoughContacts. */
export function addContact(viewer: Viewer, { regionId, partnerId, ...contact }: AddContact) {
  return keep(viewer, { regionId, partnerId }, async (db) => {
    const others = await db.partnerContact.count({ where: { regionId, partnerId } })
    if (others >= MOST_CONTACTS) throw new Denial('invalid', 'enoughContacts')
    await db.partnerContact.createMany({ data: [{ regionId, id: uuid(), partnerId, ...contact }] })
  })
}

/** Corrects what is known of a contact. Throws Denial, also conflict. */
export function changeContact(
  viewer: Viewer,
  { regionId, partnerId, id, version, ...contact }: ChangeContact,
) {
  return keep(viewer, { regionId, partnerId }, async (db) => {
    const written = await db.partnerContact.updateMany({
      where: { regionId, partnerId, id, version },
      data: { ...contact, version: version + 1 },
    })
    if (written.count === 1) return
    const there = await db.partnerContact.count({ where: { regionId, partnerId, id } })
    throw new Denial(there > 0 ? 'conflict' : 'not-found')
  })
}

/** Removes a contact with all that was known of them. Throws Denial. */
export function removeContact(viewer: Viewer, { regionId, partnerId, id }: RemoveContact) {
  return keep(viewer, { regionId, partnerId }, async (db) => {
    const gone = await db.partnerContact.deleteMany({ where: { regionId, partnerId, id } })
    if (gone.count === 0) throw new Denial('not-found')
  })
}

/** The activity is read by all of the region: it says that contacts changed, and nobody's name. */
function keep(
  viewer: Viewer,
  { regionId, partnerId }: { regionId: string; partnerId: string },
  change: (db: Db) => Promise<void>,
) {
  return asViewer(viewer, async (db) => {
    await getRegion(db, viewer, { id: regionId })
    const { name } = await readPartner(db, regionId, partnerId)
    if (!canEditProfile(viewer, regionId, partnerId)) throw new Denial('forbidden')
    await change(db)
    await notePartner(db, viewer, {
      ...{ regionId, id: partnerId, kind: 'partner.contacts', after: { name } },
    })
  })
}
