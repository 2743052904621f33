import { v7 as uuid } from 'uuid'
import { isCoordinator, membershipIn, type Viewer } from '@/lib/auth/rules'
import { dayIn } from '@/lib/dates/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canKeepPartners } from '@/lib/partners/access/rules'
import { notePartner } from '@/lib/partners/note'
import type {
  AddVoice,
  ChangeVoice,
  CloseVoice,
  FindVoice,
  SayNobody,
} from '@/lib/partners/voices/schema'
import { getRegion } from '@/lib/regions/find'

/** Notes who is missing: coordinators and partners. Throws Denial: not-found, forbidden. */
export function addVoice(viewer: Viewer, { regionId, sector, who, why, seeker }: AddVoice) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { id: regionId })
    const isPartner = membershipIn(viewer, regionId)?.role === 'partner'
    if (!isPartner && !isCoordinator(viewer, regionId)) throw new Denial('forbidden')
    const id = uuid()
    const notedOn = dateIn(region)
    const columns = await seekerColumns(db, regionId, seeker)
    await db.missingVoice.createMany({
      data: [{ regionId, id, sector, who, why, notedOn, ...columns }],
    })
    await notePartner(db, viewer, {
      ...{ regionId, id, kind: 'voice.added', after: { title: who, sector } },
    })
  })
}

/** Says that nobody is missing in a sector: coordinators. Throws Denial, also `voicesOpen`. */
export function sayNobody(viewer: Viewer, { regionId, sector }: SayNobody) {
  return asViewer(
    viewer,
    async (db) => {
      const region = await getRegion(db, viewer, { id: regionId })
      if (!canKeepPartners(viewer, regionId)) throw new Denial('forbidden')
      const open = { regionId, sector, closedOn: null }
      const voices = await db.missingVoice.findMany({ where: open, select: { nobody: true } })
      if (voices.some(({ nobody }) => !nobody)) throw new Denial('invalid', 'voicesOpen')
      if (voices.length > 0) return
      const id = uuid()
      await db.missingVoice.createMany({
        data: [{ regionId, id, sector, nobody: true, notedOn: dateIn(region) }],
      })
      await notePartner(db, viewer, { regionId, id, kind: 'voice.nobody', after: { sector } })
    },
    { lock: regionId },
  )
}

/** Changes who is missing, why, or who looks for them: coordinators. Throws Denial. */
export function changeVoice(viewer: Viewer, { who, why, seeker, ...which }: ChangeVoice) {
  return change(viewer, which, 'voice.changed', async (db) => ({
    ...{ who, why },
    ...(await seekerColumns(db, which.regionId, seeker)),
  }))
}

/** Says which partner was found: coordinators. Throws Denial. */
export function findVoice(viewer: Viewer, { partner, ...which }: FindVoice) {
  return change(viewer, which, 'voice.found', async (db, day) => {
    await requirePartner(db, which.regionId, partner)
    return { foundPartnerId: partner, closedOn: day }
  })
}

/** Ends the search without having found anybody: coordinators. Throws Denial. */
export function closeVoice(viewer: Viewer, which: CloseVoice) {
  return change(viewer, which, 'voice.closed', async (_, day) => ({ closedOn: day }))
}

interface Columns {
  who?: string
  why?: string
  seekerKind?: string
  seekerPartnerId?: string | null
  foundPartnerId?: string
  closedOn?: Date
}

async function change(
  viewer: Viewer,
  { regionId, id, version }: CloseVoice,
  kind: string,
  decide: (db: Db, day: Date) => Promise<Columns>,
) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { id: regionId })
    const voice = await db.missingVoice.findFirst({
      where: { regionId, id, nobody: false },
      select: { who: true, sector: true },
    })
    if (!voice) throw new Denial('not-found')
    if (!canKeepPartners(viewer, regionId)) throw new Denial('forbidden')
    const columns = await decide(db, dateIn(region))
    const written = await db.missingVoice.updateMany({
      where: { regionId, id, version, closedOn: null },
      data: { ...columns, version: version + 1 },
    })
    if (written.count === 0) throw new Denial('conflict')
    const { sector, who } = voice
    await notePartner(db, viewer, {
      ...{ regionId, id, kind, after: { title: columns.who ?? who, sector } },
    })
  })
}

async function seekerColumns(db: Db, regionId: string, seeker: string) {
  if (!seeker.startsWith('partner:')) return { seekerKind: seeker, seekerPartnerId: null }
  const id = seeker.slice('partner:'.length)
  await requirePartner(db, regionId, id)
  return { seekerKind: 'partner', seekerPartnerId: id }
}

async function requirePartner(db: Db, regionId: string, id: string) {
  const found = await db.partner.count({ where: { regionId, id, archivedAt: null } })
  if (found === 0) throw new Denial('not-found')
}

function dateIn({ timeZone }: { timeZone: string }): Date {
  return new Date(`${dayIn(timeZone, new Date())}T00:00:00Z`)
}
