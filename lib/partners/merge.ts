import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { moveCandid } from '@/lib/candid/merge'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { type Change, replaceRows, writeEntries } from '@/lib/journey/entries'
import {
  type MilestoneRow,
  readRecord,
  type RegionRecord,
  type TickRow,
} from '@/lib/journey/record'
import { settle } from '@/lib/journey/settle'
import { canKeepPartners } from '@/lib/partners/access/rules'
import type { MergePartners } from '@/lib/partners/merge-schema'
import { notePartner } from '@/lib/partners/note'
import { type Partner, readPartner, readPartners } from '@/lib/partners/read'
import { getRegion } from '@/lib/regions/find'
import { moveRelations } from '@/lib/relations/merge'
import { moveTasks } from '@/lib/tasks/merge'

/** The partners that can be merged, and what hangs on each. Throws Denial('not-found') to others. */
export function getMerge(viewer: Viewer, slug: string) {
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    if (!canKeepPartners(viewer, region.id)) throw new Denial('not-found')
    const partners = (await readPartners(db, region.id)).filter(({ archived }) => !archived)
    return { region, partners }
  })
}

/**
 * Makes one of two entries: what the other looks after, its people, contacts, invitations and days
 * go to the one that is kept, which also takes over what it did not say itself; the other is set
 * aside and points to it. Throws Denial: not-found, forbidden, conflict, or `gone:sameTwice`.
 */
export function mergePartners(viewer: Viewer, input: MergePartners): Promise<{ slug: string }> {
  const { regionId, keep, keepVersion, gone, goneVersion } = input
  return asViewer(
    viewer,
    async (db) => {
      const record = await readRecord(db, viewer, { id: regionId })
      if (!canKeepPartners(viewer, regionId)) throw new Denial('forbidden')
      if (keep === gone) throw new Denial('invalid', 'gone:sameTwice')
      const [kept, left] = [
        await readPartner(db, regionId, keep),
        await readPartner(db, regionId, gone),
      ]
      const isSeen = kept.version === keepVersion && left.version === goneVersion
      if (!isSeen || kept.archived || left.archived) throw new Denial('conflict')
      const batch = uuid()
      await moveEntries(db, viewer, record, { from: gone, to: keep, batch })
      await moveRest(db, regionId, { from: gone, to: keep })
      await db.partner.updateMany({
        where: { regionId, id: keep },
        data: { ...fillGaps(kept, left), version: keepVersion + 1 },
      })
      await db.partner.updateMany({
        where: { regionId, id: gone },
        data: { archivedAt: new Date(), mergedIntoId: keep, version: goneVersion + 1 },
      })
      const { name } = left
      await notePartner(db, viewer, {
        ...{ regionId, id: gone, kind: 'partner.merged', batch },
        ...{ before: { name }, after: { name, into: kept.name } },
      })
      return { slug: record.slug }
    },
    { lock: regionId },
  )
}

interface Move {
  from: string
  to: string
}

/** What one looked after, the other looks after now; each change stands in the activity. */
async function moveEntries(
  db: Db,
  viewer: Viewer,
  record: RegionRecord,
  { from, to, batch }: Move & { batch: string },
) {
  const moveRows = <Row extends TickRow | MilestoneRow>(rows: readonly Row[]): Change<Row>[] =>
    rows
      .filter(({ ownerPartner }) => ownerPartner === from)
      .map((before) => ({ before, after: { ...before, ownerPartner: to }, seen: before.version }))
  const [ticks, milestones] = [moveRows(record.ticks), moveRows(record.milestones)]
  if (ticks.length + milestones.length === 0) return
  await writeEntries(db, viewer, record.id, { ticks, milestones }, batch)
  const after = replaceRows(record, ticks, milestones)
  await settle(db, after, { actorId: viewer.userId, before: record, batch })
}

async function moveRest(db: Db, regionId: string, { from, to }: Move) {
  const where = { regionId, partnerId: from }
  await db.member.updateMany({ where, data: { partnerId: to } })
  await db.invitation.updateMany({ where, data: { partnerId: to } })
  await db.partnerContact.updateMany({ where, data: { partnerId: to } })
  await moveCandid(db, regionId, { from, to })
  await moveTasks(db, regionId, { from, to })
  await moveRelations(db, regionId, { from, to })
  await db.$executeRaw`
    insert into partner_standings (region_id, partner_id, status, since)
      select region_id, ${to}::uuid, status, since from partner_standings
        where region_id = ${regionId}::uuid and partner_id = ${from}::uuid
    on conflict (region_id, partner_id, status)
      do update set since = least(partner_standings.since, excluded.since)`
  await db.$executeRaw`
    update missing_voices set version = version + 1,
      seeker_partner_id = case when seeker_partner_id = ${from}::uuid then ${to}::uuid
        else seeker_partner_id end,
      found_partner_id = case when found_partner_id = ${from}::uuid then ${to}::uuid
        else found_partner_id end
    where region_id = ${regionId}::uuid
      and ${from}::uuid in (seeker_partner_id, found_partner_id)`
}

/** What the kept entry does not say, the other says for it. */
function fillGaps(kept: Partner, left: Partner) {
  const { kind, city, website, gainNote, brings, expects } = kept
  return {
    ...{ kind: kind || left.kind, city: city || left.city, website: website || left.website },
    ...{ gainNote: gainNote || left.gainNote, brings: brings || left.brings },
    ...{ expects: expects || left.expects, size: kept.size ?? left.size ?? '' },
    ...{ microPlayer: kept.microPlayer || left.microPlayer },
    ...{ intermediary: kept.intermediary || left.intermediary },
    gains: [...new Set([...kept.gains, ...left.gains])],
    secondarySectors: [
      ...new Set([...kept.secondarySectors, left.sector, ...left.secondarySectors]),
    ].filter((sector) => sector !== kept.sector),
  }
}
