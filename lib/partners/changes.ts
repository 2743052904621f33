import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canEditProfile, canKeepPartners } from '@/lib/partners/access/rules'
import { partnerConflict } from '@/lib/partners/conflict'
import { readPartner, type Partner } from '@/lib/partners/data'
import type {
  AddPartner,
  ChangePartner,
  ChangePartnerProfile,
  MarkPartner,
} from '@/lib/partners/schema'
import { getRegion } from '@/lib/regions/find'

type Facts = Partial<Omit<Partner, 'id' | 'version' | 'source'>>

/** Adds a partner; gives where it is now found. Throws Denial: not-found, forbidden, name:taken. */
export function addPartner(viewer: Viewer, { regionId, ...input }: AddPartner) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { id: regionId })
    if (!canKeepPartners(viewer, regionId)) throw new Denial('forbidden')
    await refuseSameName(db, regionId, input.name, null)
    const id = uuid()
    await db.partner.createMany({
      data: [{ regionId, id, ...input, subtype: subtypeOf(input) }],
    })
    const { name, sector, status } = input
    await note(db, viewer, { regionId, id, kind: 'partner.added', after: { name, sector, status } })
    return { id, slug: region.slug }
  })
}

/** Changes all that a coordinator says of a partner. Throws Denial, also conflict. */
export function changePartner(viewer: Viewer, { regionId, id, version, ...input }: ChangePartner) {
  return change(
    viewer,
    { regionId, id, version },
    canKeepPartners(viewer, regionId),
    async (db) => {
      await refuseSameName(db, regionId, input.name, id)
      return { kind: 'partner.changed', facts: { ...input, subtype: subtypeOf(input) || null } }
    },
  )
}

/** Changes what an organisation says of itself. Throws Denial, also conflict. */
export function changeProfile(
  viewer: Viewer,
  { regionId, id, version, ...input }: ChangePartnerProfile,
) {
  const may = canEditProfile(viewer, regionId, id)
  return change(viewer, { regionId, id, version }, may, async (db) => {
    await refuseSameName(db, regionId, input.name, id)
    return { kind: 'partner.changed', facts: input }
  })
}

/** Sets a partner aside; nothing is lost, and restorePartner brings it back. */
export function archivePartner(viewer: Viewer, input: MarkPartner) {
  return change(viewer, input, canKeepPartners(viewer, input.regionId), async () => ({
    kind: 'partner.archived',
    facts: { archived: true },
  }))
}

/** Brings back a partner that was set aside. */
export function restorePartner(viewer: Viewer, input: MarkPartner) {
  return change(viewer, input, canKeepPartners(viewer, input.regionId), async () => ({
    kind: 'partner.restored',
    facts: { archived: false },
  }))
}

/** Says that an entry taken from a text is right. */
export function confirmPartner(viewer: Viewer, input: MarkPartner) {
  return change(viewer, input, canEditProfile(viewer, input.regionId, input.id), async () => ({
    kind: 'partner.changed',
    facts: { toCheck: false },
  }))
}

async function change(
  viewer: Viewer,
  { regionId, id, version }: MarkPartner,
  may: boolean,
  decide: (db: Db) => Promise<{ kind: string; facts: Facts }>,
) {
  return asViewer(viewer, async (db) => {
    await getRegion(db, viewer, { id: regionId })
    const partner = await readPartner(db, regionId, id)
    if (!may) throw new Denial('forbidden')
    const { kind, facts } = await decide(db)
    const written = await db.partner.updateMany({
      where: { regionId, id, version },
      data: { ...asColumns(facts), version: version + 1 },
    })
    if (written.count === 0) throw await partnerConflict(db, regionId, id)
    const { before, after } = difference(partner, facts)
    const { name } = partner
    await note(db, viewer, {
      regionId,
      id,
      kind,
      before: { name, ...before },
      after: { name, ...after },
    })
  })
}

function asColumns({ archived, subtype, ...facts }: Facts) {
  return {
    ...facts,
    ...(subtype !== undefined && { subtype: subtype ?? '' }),
    ...(archived !== undefined && { archivedAt: archived ? new Date() : null }),
  }
}

/** What changed, as it was and as it is. */
function difference(partner: Partner, facts: Facts) {
  const changed = (Object.keys(facts) as (keyof Facts)[]).filter(
    (key) => partner[key] !== facts[key],
  )
  return {
    before: Object.fromEntries(changed.map((key) => [key, partner[key]])),
    after: Object.fromEntries(changed.map((key) => [key, facts[key]])),
  }
}

/** Only the sector of creatives and civil society has halves. */
function subtypeOf({ sector, subtype }: Pick<AddPartner, 'sector' | 'subtype'>) {
  return sector === 'creative_civil' ? subtype : ''
}

async function refuseSameName(db: Db, regionId: string, name: string, id: string | null) {
  const twins = await db.$queryRaw<unknown[]>`
    select from partners where region_id = ${regionId}::uuid and lower(name) = lower(${name})
      and archived_at is null and id is distinct from ${id}::uuid limit 1`
  if (twins.length > 0) throw new Denial('invalid', 'name:taken')
}

interface Note {
  regionId: string
  id: string
  kind: string
  before?: Record<string, string | boolean | null>
  after: Record<string, string | boolean | null>
}

async function note(db: Db, viewer: Viewer, { regionId, id, kind, before, after }: Note) {
  const entry = { regionId, actorId: viewer.userId, kind, subject: id, after }
  await db.activity.createMany({ data: [before ? { ...entry, before } : entry] })
}
