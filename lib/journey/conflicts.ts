import type { Db } from '@/lib/db/as-viewer'
import { Denial } from '@/lib/errors'
import { ownerOf, ownerWord } from '@/lib/journey/access/rules'
import type { MilestoneRow, TickRow } from '@/lib/journey/record'

interface Now extends Pick<TickRow, 'ownerKind' | 'ownerSector' | 'ownerPartner'> {
  version: number
  state: string
  note: string
  when: Date
  who: string | null
  partners: { id: string; name: string }[]
}

/** The conflict of a tick with the one that was saved first: what is there now, by whom and when. */
export async function tickConflict(db: Db, regionId: string, mine: TickRow): Promise<Denial> {
  const [now] = await db.$queryRaw<(Now & { dueOn: string; reason: string })[]>`
    select t.version, t.state, t.note, t.reason, coalesce(t.due_on::text, '') "dueOn",
      t.owner_kind "ownerKind", t.owner_sector "ownerSector", t.owner_partner::text "ownerPartner",
      t.updated_at "when", nullif(u.name, '') who,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name)), '[]')
        from partners p where p.region_id = t.region_id
          and p.id in (t.owner_partner, ${mine.ownerPartner}::uuid)) partners
    from ticks t left join users u on u.id = t.updated_by_id
    where t.region_id = ${regionId}::uuid and t.item = ${mine.item}`
  if (!now) return new Denial('conflict')
  const { state, note, reason, dueOn } = now
  return conflictWith(now, { state, note, reason, dueOn })
}

/** The conflict of a milestone with what was saved first. */
export async function milestoneConflict(
  db: Db,
  regionId: string,
  mine: MilestoneRow,
): Promise<Denial> {
  const [now] = await db.$queryRaw<(Now & { plannedOn: string; reachedOn: string })[]>`
    select m.version, m.state, m.note, coalesce(m.planned_on::text, '') "plannedOn",
      coalesce(m.reached_on::text, '') "reachedOn", m.owner_kind "ownerKind",
      m.owner_sector "ownerSector", m.owner_partner::text "ownerPartner", m.updated_at "when",
      nullif(u.name, '') who,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name)), '[]')
        from partners p where p.region_id = m.region_id
          and p.id in (m.owner_partner, ${mine.ownerPartner}::uuid)) partners
    from milestones m left join users u on u.id = m.updated_by_id
    where m.region_id = ${regionId}::uuid and m.milestone = ${mine.milestone}`
  if (!now) return new Denial('conflict')
  const { state, note, plannedOn, reachedOn } = now
  // The day of reaching is offered beforehand: it says something only once there is one.
  return conflictWith(now, { state, note, plannedOn, ...(reachedOn && { reachedOn }) })
}

function conflictWith(now: Now, fields: Record<string, string>) {
  const { version, who, when, partners } = now
  const names = Object.fromEntries(partners.map(({ id, name }) => [`partner:${id}`, name]))
  // Without an owner of its own it has the guidebook's, which nobody changed.
  const owner = now.ownerKind && ownerWord(ownerOf(now, 'coordinator'))
  const all = owner ? { ...fields, owner } : fields
  return new Denial('conflict', undefined, { version, who, when, names, fields: all })
}
