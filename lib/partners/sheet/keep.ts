import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/auth/rules'
import { dayIn } from '@/lib/dates/rules'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { canKeepPartners } from '@/lib/partners/access/rules'
import { notePartner } from '@/lib/partners/note'
import { readPartners } from '@/lib/partners/read'
import { type Decision, decide } from '@/lib/partners/sheet/deciding/rules'
import { nameOrganisations, refOf } from '@/lib/partners/sheet/naming/rules'
import type { Standing } from '@/lib/partners/sheet/rules'
import type { KeepPartners } from '@/lib/partners/sheet/schema'
import { standingOf } from '@/lib/partners/sheet/standing'
import { noteStandings } from '@/lib/partners/standings'
import { getRegion } from '@/lib/regions/find'
import { readRelations } from '@/lib/relations/read'
import { decideRelations, type RelationSituation } from '@/lib/relations/sheet/deciding/rules'
import type { WantedRelation } from '@/lib/relations/sheet/rules'
import { type RelationRow, writeRelations } from '@/lib/relations/write'

/**
 * Saves what sheets of organisations and relations change, all or nothing: the coordinator's. Every
 * rule is asked anew. Throws Denial: not-found, forbidden, a fault of `choices` where a likely
 * duplicate was left open, or conflict where anything would not be as it was shown.
 */
export function keepPartners(
  viewer: Viewer,
  { regionId, changes, relations = [], choices }: KeepPartners,
): Promise<{ slug: string; count: number }> {
  return asViewer(
    viewer,
    async (db) => {
      const region = await getRegion(db, viewer, { id: regionId })
      if (!canKeepPartners(viewer, regionId)) throw new Denial('forbidden')
      const partners = await readPartners(db, regionId)
      const situation = {
        partners: partners.filter(({ archived }) => !archived).map(standingOf),
        today: dayIn(region.timeZone, new Date()),
      }
      const decisions = decide(situation, changes, choices)
      const isOpen = ({ before, likely, likelyRows, choice }: Decision) =>
        before === null && likely.length + likelyRows.length > 0 && choice === null
      if (decisions.some(isOpen)) throw new Denial('invalid', 'choices:chooseEach')
      if (decisions.some(({ faults }) => faults.length > 0)) {
        throw new Denial('conflict', 'sheetChanged')
      }
      const written = decisions
        .filter(({ changed }) => changed.length > 0)
        .map((decision) => ({ ...decision, id: decision.before?.id ?? uuid() }))
      const rows = await decideRows(db, regionId, relations, {
        names: nameAll(situation.partners, decisions, written),
        today: situation.today,
      })
      if (written.length > 0) await write(db, viewer, region, written)
      await writeRelations(db, viewer, regionId, rows)
      return { slug: region.slug, count: written.length + rows.length }
    },
    { lock: regionId },
  )
}

type Written = Decision & { id: string }

/** Whom the second sheet's names mean, new organisations by the id they are about to get. */
function nameAll(partners: Standing[], decisions: Decision[], written: Written[]) {
  const ids = new Map(written.map(({ wanted, id }) => [refOf(wanted.row), id]))
  const names = nameOrganisations(partners, decisions)
  return new Map([...names].map(([name, meant]) => [name, ids.get(meant) ?? meant]))
}

/** What the second sheet writes. Throws Denial('conflict') where it is not as it was shown. */
async function decideRows(
  db: Db,
  regionId: string,
  wanted: readonly WantedRelation[],
  known: Omit<RelationSituation, 'relations'>,
): Promise<RelationRow[]> {
  if (wanted.length === 0) return []
  const relations = await readRelations(db, regionId)
  const decisions = decideRelations({ ...known, relations }, wanted)
  if (decisions.some(({ faults }) => faults.length > 0)) {
    throw new Denial('conflict', 'sheetChanged')
  }
  return decisions.flatMap(({ changed, after }) => (changed && after ? [after] : []))
}

async function write(
  db: Db,
  viewer: Viewer,
  region: { id: string; timeZone: string },
  written: Written[],
) {
  const rows = JSON.stringify(written.map(({ id, after }) => ({ id, ...after })))
  // What is there already stays itself: only what the sheet says is rewritten.
  await db.$executeRaw`
    insert into partners (region_id, id, name, kind, sector, secondary_sectors, subtype, status,
      city, website, size, micro_player, intermediary, gains, gain_note, brings, expects)
    select ${region.id}::uuid, r.id, r.name, r.kind, r.sector, r.also, r.subtype, r.status, r.city,
      r.website, r.size, r.micro, r.bridge, r.gains, r."gainNote", r.brings, r.expects
    from jsonb_to_recordset(${rows}::jsonb) r (id uuid, name text, kind text, sector text,
      also text[], subtype text, status text, city text, website text, size text, micro boolean,
      bridge boolean, gains text[], "gainNote" text, brings text, expects text)
    on conflict (region_id, id) do update set name = excluded.name, kind = excluded.kind,
      sector = excluded.sector, secondary_sectors = excluded.secondary_sectors,
      subtype = excluded.subtype, status = excluded.status, city = excluded.city,
      website = excluded.website, size = excluded.size, micro_player = excluded.micro_player,
      intermediary = excluded.intermediary, gains = excluded.gains,
      gain_note = excluded.gain_note, brings = excluded.brings, expects = excluded.expects,
      version = partners.version + 1`
  const moved = written.filter(
    ({ before, changed }) => !before || changed.includes('status') || changed.includes('since'),
  )
  if (moved.length > 0) {
    await noteStandings(
      db,
      region,
      moved.map(({ id, after: { status, since } }) => ({ id, status, since })),
    )
  }
  const batch = uuid()
  await notePartner(db, viewer, ...written.map((one) => say(region.id, one, batch)))
}

const FACTS = {
  ...{ name: 'name', kind: 'kind', sector: 'sector', also: 'secondarySectors', city: 'city' },
  ...{ subtype: 'subtype', status: 'status', website: 'website', size: 'size' },
  ...{ micro: 'microPlayer', bridge: 'intermediary', gains: 'gains', gainNote: 'gainNote' },
  ...{ brings: 'brings', expects: 'expects', since: 'since' },
} as const

function say(regionId: string, { id, before, after, changed }: Written, batch: string) {
  const pick = (values: Decision['after']) =>
    Object.fromEntries(changed.map((key) => [FACTS[key], values[key]]))
  const { name } = after
  const about = { regionId, id, batch, after: { ...pick(after), name } }
  return before
    ? { ...about, kind: 'partner.changed', before: { ...pick(before), name: before.name } }
    : { ...about, kind: 'partner.added' }
}
