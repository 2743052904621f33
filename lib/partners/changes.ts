import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canEditProfile, canKeepPartners } from '@/lib/partners/access/rules'
import { gainsOf, secondarySectorsOf } from '@/lib/partners/boxes/rules'
import { partnerConflict } from '@/lib/partners/conflict'
import { notePartner } from '@/lib/partners/note'
import { type Partner, readPartner } from '@/lib/partners/read'
import type {
  AddPartner,
  ChangePartner,
  ChangePartnerProfile,
  MarkPartner,
} from '@/lib/partners/schema'
import { noteStandings } from '@/lib/partners/standings'
import { getRegion } from '@/lib/regions/find'

type Facts = Partial<Omit<Partner, 'id' | 'version' | 'source' | 'standings' | 'mergedIntoId'>>

/** Adds a partner; gives where it is now found. Throws Denial: not-found, forbidden, name:taken. */
export function addPartner(viewer: Viewer, { regionId, ...input }: AddPartner) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { id: regionId })
    if (!canKeepPartners(viewer, regionId)) throw new Denial('forbidden')
    await refuseSameName(db, regionId, input.name, null)
    const id = uuid()
    const facts = { ...sayProfile(input), ...sayStanding(input) }
    await db.partner.createMany({ data: [{ regionId, id, ...asColumns(facts) }] })
    const { name, sector, status } = input
    await noteStandings(db, region, [{ id, status }])
    await notePartner(db, viewer, {
      ...{ regionId, id, kind: 'partner.added', after: { name, sector, status } },
    })
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
      return { kind: 'partner.changed', facts: { ...sayProfile(input), ...sayStanding(input) } }
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
    return { kind: 'partner.changed', facts: sayProfile(input) }
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
    const region = await getRegion(db, viewer, { id: regionId })
    const partner = await readPartner(db, regionId, id)
    if (!may) throw new Denial('forbidden')
    const { kind, facts } = await decide(db)
    const written = await db.partner.updateMany({
      where: { regionId, id, version },
      data: { ...asColumns(facts), version: version + 1 },
    })
    if (written.count === 0) throw await partnerConflict(db, regionId, id)
    if (facts.status && facts.status !== partner.status) {
      await noteStandings(db, region, [{ id, status: facts.status }])
    }
    const { before, after } = difference(partner, facts)
    const { name } = partner
    await notePartner(db, viewer, {
      ...{ regionId, id, kind, before: { name, ...before }, after: { name, ...after } },
    })
  })
}

function asColumns<F extends Facts>({ archived, subtype, size, ...facts }: F) {
  return {
    ...facts,
    ...(subtype !== undefined && { subtype: subtype ?? '' }),
    ...(size !== undefined && { size: size ?? '' }),
    ...(archived !== undefined && { archivedAt: archived ? new Date() : null }),
  }
}

/** What changed, as it was and as it is. */
function difference(partner: Partner, facts: Facts) {
  const changed = (Object.keys(facts) as (keyof Facts)[]).filter(
    (key) => String(partner[key] ?? '') !== String(facts[key] ?? ''),
  )
  return {
    before: Object.fromEntries(changed.map((key) => [key, partner[key] ?? null])),
    after: Object.fromEntries(changed.map((key) => [key, facts[key] ?? null])),
  }
}

type Profile = Omit<ChangePartnerProfile, 'regionId' | 'id' | 'version'>

/** What an organisation says of itself, as it is kept. */
function sayProfile(input: Profile) {
  const { name, kind, city, website, size, microPlayer, gainNote, brings, expects } = input
  return {
    ...{ name, kind, city, website, microPlayer, gainNote, brings, expects },
    ...{ size: size || null, gains: gainsOf(input) },
  }
}

type Said = Omit<AddPartner, 'regionId' | keyof Profile>

/** What the coordinator says of it; only the sector of creatives and civil society has halves. */
function sayStanding(input: Said) {
  const { sector, subtype, status, intermediary } = input
  return {
    ...{ sector, status, intermediary },
    subtype: (sector === 'creative_civil' && subtype) || null,
    secondarySectors: secondarySectorsOf(input, sector),
  }
}

async function refuseSameName(db: Db, regionId: string, name: string, id: string | null) {
  const twins = await db.$queryRaw<unknown[]>`
    select from partners where region_id = ${regionId}::uuid and lower(name) = lower(${name})
      and archived_at is null and id is distinct from ${id}::uuid limit 1`
  if (twins.length > 0) throw new Denial('invalid', 'name:taken')
}
