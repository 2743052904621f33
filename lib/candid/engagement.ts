import { z } from 'zod'
import type { Viewer } from '@/lib/auth/rules'
import { isSilent, lastSign } from '@/lib/candid/engagement/rules'
import type { EngagementAddress } from '@/lib/candid/schema'
import { getCandidRegion, readCoordinators } from '@/lib/candid/standing'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { Denial } from '@/lib/errors'
import { nameKey } from '@/lib/journey/projection/rules'
import type { PartnerStatus } from '@/lib/partners/rules'

/** An organisation in the planner: what was heard of it last, and when somebody speaks with it next. */
export interface Engaged extends Row {
  signOn: string
  silent: boolean
}

interface Row {
  id: string
  name: string
  status: PartnerStatus
  firstCircle: boolean
  /** Since when it is on the list; days are ISO days in the region's time zone. */
  since: string
  talks: number
  talkedOn: string | null
  seenOn: string | null
  nextOn: string | null
  nextWho: string
  nextVersion: number
  expects: string
  brings: string
  gains: string[]
  gainNote: string
}

/** Every organisation of a region in the planner, narrowed by what the address asks for. */
export function listEngagement(viewer: Viewer, slug: string, address: EngagementAddress) {
  return asViewer(viewer, async (db) => {
    const region = await getCandidRegion(db, viewer, slug)
    const rows = await readEngaged(db, region, null)
    const all = rows
      .map((row): Engaged => ({ ...row, ...signOf(row, region.today) }))
      .toSorted((a, b) => (nameKey(a.name) < nameKey(b.name) ? -1 : 1))
    return { region, all, shown: all.filter((one) => isShown(one, address, region.today)) }
  })
}

/** One organisation with the talks and notes about it. Throws Denial('not-found'). */
export function getEngagement(viewer: Viewer, slug: string, id: string) {
  return asViewer(viewer, async (db) => {
    const region = await getCandidRegion(db, viewer, slug)
    const partner = await readOne(db, region, id)
    const talks = await db.$queryRaw<Talk[]>`
      select t.id, t.kind, t.held_on::text "heldOn", t.people, t.words, nullif(u.name, '') "author"
      from partner_talks t left join users u on u.id = t.author_id
      where t.region_id = ${region.id}::uuid and t.partner_id = ${id}::uuid
      order by t.held_on desc, t.id desc limit 200`
    const coordinators = await readCoordinators(db, region.id)
    return { region, partner, talks, coordinators }
  })
}

/** What an organisation gives and gains, without anything confidential: to print and to hand over. */
export function getGiveAndGain(viewer: Viewer, slug: string, id: string) {
  return asViewer(viewer, async (db) => {
    const region = await getCandidRegion(db, viewer, slug)
    const { name, expects, brings, gains, gainNote } = await readOne(db, region, id)
    return { region, partner: { id, name, expects, brings, gains, gainNote } }
  })
}

export interface Talk {
  id: string
  kind: 'talk' | 'note'
  heldOn: string
  /** Who talked with whom, and what was heard; both empty once they are 24 months old. */
  people: string
  words: string
  author: string | null
}

async function readOne(db: Db, region: CandidRegion, id: string): Promise<Engaged> {
  const [row] = z.uuid().safeParse(id).success ? await readEngaged(db, region, id) : []
  if (!row) throw new Denial('not-found')
  return { ...row, ...signOf(row, region.today) }
}

function signOf(row: Row, today: string) {
  return { signOn: lastSign(row), silent: isSilent(row, today) }
}

function isShown(one: Engaged, { q, show }: EngagementAddress, today: string) {
  if (!nameKey(one.name).includes(nameKey(q))) return false
  if (show === 'silent') return one.silent
  if (show === 'due') return one.nextOn !== null && one.nextOn <= today
  if (show === 'untalked') return one.talks === 0
  if (show === 'first-circle') return one.firstCircle
  if (show === 'unheard') return one.firstCircle && one.talks === 0
  if (show === 'no-gain') return one.gains.length === 0
  return true
}

type CandidRegion = Awaited<ReturnType<typeof getCandidRegion>>

function readEngaged(db: Db, { id, timeZone }: CandidRegion, partner: string | null) {
  const day = (moment: string) => sql([`(${moment} at time zone `, `)::date::text`], timeZone)
  return db.$queryRaw<Row[]>`
    select p.id, p.name, p.status, p.expects, p.brings, p.gains, p.gain_note "gainNote",
      ${day('p.created_at')} "since", coalesce(chosen.first_circle, false) "firstCircle",
      coalesce(talked.many, 0) "talks", talked.latest::text "talkedOn", ${day('seen.at')} "seenOn",
      n.due_on::text "nextOn", coalesce(n.who, '') "nextWho", coalesce(n.version, 0) "nextVersion"
    from partners p
    left join lateral (
      select c.first_circle from partner_priorities c
      where c.region_id = p.region_id and c.partner_id = p.id order by c.version desc limit 1
    ) chosen on true
    left join lateral (
      select count(*)::int many, max(t.held_on) latest from partner_talks t
      where t.region_id = p.region_id and t.partner_id = p.id and t.kind = 'talk'
    ) talked on true
    left join lateral (
      select max(last.at) at from members m cross join lateral (
        select a.at from activities a
        where a.region_id = m.region_id and a.actor_id = m.user_id
          and a.kind ~ '^(tick|milestone|comment|task|evidence)[.]'
        order by a.id desc limit 1) last
      where m.region_id = p.region_id and m.partner_id = p.id
    ) seen on true
    left join next_contacts n on n.region_id = p.region_id and n.partner_id = p.id
    where p.region_id = ${id}::uuid and p.archived_at is null and p.status <> 'left'
      and (${partner}::uuid is null or p.id = ${partner}::uuid)`
}
