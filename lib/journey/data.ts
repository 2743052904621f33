import { isCoordinator, membershipIn, type Viewer } from '@/lib/auth/rules'
import { listActivity } from '@/lib/activity/data'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { dayIn } from '@/lib/dates/rules'
import { followedColumn } from '@/lib/follows/columns'
import { withFormer } from '@/lib/guidebook/former'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { deriveJourney } from '@/lib/journey/derived/rules'
import { getRegionGuide, readRecord, type RegionRecord } from '@/lib/journey/record'
import { type MoveColumn, moveColumn, readLatestMove } from '@/lib/journey/move/latest'
import { factsOf } from '@/lib/journey/settle'
import { regionNeeds } from '@/lib/needs/rules'
import { parseProfile, profileColumn } from '@/lib/regions/profile'

interface Around extends MoveColumn {
  partners: { id: string; name: string; sector: string }[]
  profile: unknown
  followed: string[]
  reopened: Reopened[] | null
}

/** A step's earlier result, and why it was given up. */
export interface Reopened {
  at: string
  actor: string | null
  reachedSince: string
  reason: string
}

const partners = sql`, (select coalesce(json_agg(json_build_object(
  'id', p.id, 'name', p.name, 'sector', p.sector) order by p.name), '[]')
  from partners p where p.region_id = r.id and p.archived_at is null) partners`

const reopenedColumn = (step: string) => sql`(select coalesce(json_agg(json_build_object(
  'at', a.at, 'actor', nullif(u.name, ''), 'reachedSince', a.before->>'reachedSince',
  'reason', a.after->>'reason') order by a.id desc), '[]')
  from activities a left join users u on u.id = a.actor_id
  where a.region_id = r.id and a.kind = 'step.reopened' and a.step = ${step})`

interface Wanted {
  /** The latest activity of this step alone. */
  step?: string | null
  /** The latest activity of this item or milestone alone. */
  subject?: string | null
  profile?: boolean
}

/**
 * A region's journey as it stands today, with its guide in a language, its needs, the names of its
 * partners and its latest activity. Throws Denial('not-found') for what the viewer may not see.
 */
export function getJourney(viewer: Viewer, slug: string, locale: string, wanted: Wanted = {}) {
  return asViewer(viewer, (db) => readJourney(db, viewer, slug, locale, wanted))
}

/** The same within a transaction that reads more. */
export async function readJourney(
  db: Db,
  viewer: Viewer,
  slug: string,
  locale: string,
  { step = null, subject = null, profile = false }: Wanted,
) {
  const now = new Date()
  const around = sql`${partners} ${followedColumn(viewer.userId)},
    ${profile ? profileColumn : sql`null`} profile,
    ${step ? reopenedColumn(step) : sql`null`} reopened${moveColumn}`
  const record = await readRecord<Around>(db, viewer, { slug }, around)
  const guide = await getRegionGuide(db, record, locale)
  const today = dayIn(record.timeZone, now)
  const facts = factsOf(record, guide)
  const journey = deriveJourney(guide.steps, facts, today)
  const activity = await listActivity(db, record.id, { take: subject ? 20 : 8, step, subject })
  return {
    region: record,
    guide: await withFormer(db, guide, spokenOf(record, activity), locale),
    now,
    today,
    journey,
    facts,
    partners: record.partners,
    followed: record.followed,
    needs: regionNeeds(guide.steps, journey.steps, facts, today),
    reopened: record.reopened ?? [],
    activity,
    profile: profile ? parseProfile(record.profile) : null,
    moved: profile ? await readLatestMove(db, record, guide, locale) : null,
    own: await readOwnPartner(db, viewer, record.id),
    membership: membershipIn(viewer, record.id),
    coordinates: isCoordinator(viewer, record.id),
  }
}

/** Every item and milestone that the record and its latest activity speak of. */
function spokenOf({ ticks, milestones }: RegionRecord, activity: readonly { subject: string }[]) {
  return [
    ...ticks.map(({ item }) => item),
    ...milestones.map(({ milestone }) => milestone),
    ...activity.map(({ subject }) => subject),
  ]
}

export type RegionJourney = Awaited<ReturnType<typeof getJourney>>
