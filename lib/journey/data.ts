import { isCoordinator, membershipIn, type Viewer } from '@/lib/auth/rules'
import { listActivity } from '@/lib/activity/data'
import { asViewer, type Db } from '@/lib/db/as-viewer'
import { sql } from '@/lib/db/sql'
import { dayIn } from '@/lib/dates/rules'
import { firstEntryColumn, readPast } from '@/lib/journey/past'
import { followedColumn } from '@/lib/follows/columns'
import { withFormer } from '@/lib/guidebook/former'
import { readOwnPartner } from '@/lib/journey/own-partner'
import { deriveJourney } from '@/lib/journey/derived/rules'
import { getRegionGuide, readRecord, type RegionRecord } from '@/lib/journey/record'
import { type MoveColumn, moveColumn, readLatestMove } from '@/lib/journey/move/latest'
import { factsOf } from '@/lib/journey/settle'
import { askedColumn } from '@/lib/needs/asked'
import { type AskedOf, partnerNeeds } from '@/lib/needs/partner/rules'
import { regionNeeds } from '@/lib/needs/rules'
import { readToolFacts } from '@/lib/suggest/facts'
import { isSuggestedFor, suggestTicks } from '@/lib/suggest/rules'
import { parseProfile, profileColumn } from '@/lib/regions/profile'

interface Around extends MoveColumn {
  partners: { id: string; name: string; sector: string }[]
  profile: unknown
  firstEntryAt: Date | null
  followed: string[]
  reopened: Reopened[] | null
  taken: string[] | null
  served: ServedEntry[] | null
  asked: AskedOf[] | null
}

/** A task that is done, by the item or milestone it serves. */
interface ServedEntry {
  id: string
  entry: string
  title: string
}

/** Ids of a step's suggested tasks that were taken over. */
const takenColumn = (step: string) => sql`(select coalesce(json_agg(t.source), '[]') from tasks t
  where t.region_id = r.id and t.step = ${step} and t.source is not null and t.archived_at is null)`

const servedColumn = (step: string) => sql`(select coalesce(json_agg(json_build_object(
  'id', t.id, 'entry', t.entry, 'title', t.title) order by t.id), '[]') from tasks t
  where t.region_id = r.id and t.step = ${step} and t.entry is not null and t.state = 'done'
  and t.archived_at is null)`

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
  /** The past ISO day to look back at; one that the region has not lived is left aside. */
  on?: string | null
}

/**
 * A region's journey as it stands today, or as it stood at the end of the past day `on`, with its
 * guide in a language, its needs, the names of its partners and its latest activity. Throws Denial('not-found') for what the viewer may not see.
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
  { step = null, subject = null, profile = false, on = null }: Wanted,
) {
  const member = viewer.memberships.find((one) => one.slug === slug)
  // Partners read what is needed of their own organisation, all others of whom it is wanted first.
  const own = member?.role === 'partner' ? member.partnerId : null
  const wantsAsked = (profile || step !== null) && (member?.role !== 'partner' || own !== null)
  const around = sql`${partners} ${followedColumn(viewer.userId)},
    ${profile ? profileColumn : sql`null`} profile, ${firstEntryColumn} "firstEntryAt",
    ${step ? reopenedColumn(step) : sql`null`} reopened,
    ${step ? takenColumn(step) : sql`null`} taken,
    ${step ? servedColumn(step) : sql`null`} served,
    ${wantsAsked ? askedColumn({ own, step }) : sql`null`} asked${moveColumn}`
  const present = await readRecord<Around>(db, viewer, { slug }, around)
  const { timeZone, firstEntryAt } = present
  const now = new Date()
  const thisDay = dayIn(timeZone, now)
  const since = firstEntryAt && dayIn(timeZone, firstEntryAt)
  const isLived = on !== null && since !== null && on >= since && on < thisDay
  const { past, record } = isLived
    ? await readPast(db, present, on)
    : { past: null, record: present }
  const region = { ...present, ...record }
  const guide = await getRegionGuide(db, region, locale)
  const today = past?.day ?? thisDay
  const facts = factsOf(region, guide)
  const journey = deriveJourney(guide.steps, facts, today)
  const activity = await listActivity(db, region.id, {
    ...{ take: subject ? 20 : 8, step, subject },
    until: past && { day: past.day, timeZone },
  })
  return {
    region,
    guide: await withFormer(db, guide, spokenOf(region, activity), locale),
    now,
    /** The day that is shown: today, or the past day asked for. */
    today,
    past,
    /** What can be looked back at: from the day of the first entry to today. */
    lookBack: { since, today: thisDay, isMissed: on !== null && !isLived && on !== thisDay },
    journey,
    facts,
    partners: present.partners,
    followed: present.followed,
    reopened: past ? [] : (present.reopened ?? []),
    taken: past ? null : present.taken,
    served: past ? [] : (present.served ?? []),
    partnerNeeds: past ? [] : partnerNeeds(present.asked ?? [], { own, step, asOf: today }),
    needs: regionNeeds(guide.steps, journey.steps, facts, today),
    activity,
    profile: profile && !past ? parseProfile(present.profile) : null,
    moved: profile && !past ? await readLatestMove(db, present, guide, locale) : null,
    own: await readOwnPartner(db, viewer, region.id),
    suggestions:
      step && !past && isSuggestedFor(step) ? suggestTicks(await readToolFacts(db, region.id)) : [],
    membership: membershipIn(viewer, region.id),
    coordinates: !past && isCoordinator(viewer, region.id),
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
