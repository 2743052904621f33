import { asViewer, type Db } from '@/lib/db/as-viewer'
import type { Viewer } from '@/lib/auth/rules'
import { joinSql, sql, type Sql } from '@/lib/db/sql'
import type { FeedQuery } from '@/lib/activity/schema'
import { getGuide } from '@/lib/guidebook/data'
import { withFormer } from '@/lib/guidebook/former'
import { ownColumns } from '@/lib/journey/own/columns'
import { type OwnEntryRow, withOwnEntries } from '@/lib/journey/own/rules'
import { canSeeAddresses } from '@/lib/people/access/rules'
import { getRegion } from '@/lib/regions/find'

const PAGE_SIZE = 40

/** One entry of a region's feed; `actor` is null for someone who is no longer known. */
export interface ActivityEntry {
  id: string
  at: Date
  actor: string | null
  kind: string
  step: string | null
  subject: string
  /**
   * The name of the partner that is the subject, or whom an invitation is for where the reader may
   * see it; null for everything else.
   */
  name: string | null
  before: unknown
  after: unknown
  /** Shared by the entries of one change; null for one of its own. */
  batch: string | null
  /** Whether the viewer did it, and whether it was taken back since. */
  mine: boolean
  undone: boolean
  /** Whether it takes an earlier entry back. */
  takesBack: boolean
}

/**
 * One page of everything that happened in a region, newest first, with what the feed can be
 * narrowed to. Throws Denial('not-found') for what the viewer may not see.
 */
export function getFeed(viewer: Viewer, slug: string, locale: string, query: FeedQuery) {
  const now = new Date()
  return asViewer(viewer, async (db) => {
    const region = await getRegion(db, viewer, { slug })
    const seesInvited = canSeeAddresses(viewer, region.id)
    const reading = { take: PAGE_SIZE + 1, seesInvited }
    const found = await readEntries(db, region.id, filters(query), reading)
    const entries = found.slice(0, PAGE_SIZE)
    const { own, ...names } = await readNames(db, region.id)
    const guide = withOwnEntries(await getGuide(region.edition, locale, db), own, {
      archived: true,
    })
    const subjects = [...entries.map(({ subject }) => subject), query.what ?? '']
    return {
      region,
      guide: await withFormer(db, guide, subjects, locale),
      now,
      entries,
      older: found.length > PAGE_SIZE ? (entries.at(-1)?.id ?? null) : null,
      ...names,
    }
  })
}

export type Feed = Awaited<ReturnType<typeof getFeed>>

interface Latest {
  take: number
  step: string | null
  subject: string | null
  /** The last day that counts, in a time zone; null for all. */
  until?: { day: string; timeZone: string } | null
}

/** The latest entries of a region, of a step, or of one thing, newest first: one statement. */
export function listActivity(
  db: Db,
  regionId: string,
  { take, step, subject, until }: Latest,
): Promise<ActivityEntry[]> {
  const aboutStep = step ? [sql`a.step = ${step}`] : []
  const ended = until
    ? [sql`a.at < (${until.day}::date + 1)::timestamp at time zone ${until.timeZone}`]
    : []
  const about = subject ? [sql`a.subject = ${subject}`] : aboutStep
  // What is past is found by its time; all else by ids, which sort by time and are no index more.
  const order = until ? sql`a.at desc, a.id desc` : sql`a.id desc`
  return readEntries(db, regionId, [...about, ...ended], { take, order })
}

/** Entries about an invitation: whom it is for is read for those alone who see addresses. */
const INVITING = ['member.invited', 'invitation.resent', 'invitation.revoked']

interface Reading {
  take: number
  order?: Sql
  seesInvited?: boolean
}

function readEntries(
  db: Db,
  regionId: string,
  wanted: Sql[],
  { take, order = sql`a.id desc`, seesInvited = false }: Reading,
) {
  const conditions = joinSql([sql`a.region_id = ${regionId}::uuid`, ...wanted], ' and ')
  return db.$queryRaw<ActivityEntry[]>`
    select a.id, a.at, nullif(u.name, '') actor, a.kind, a.step, a.subject, a.before, a.after,
      coalesce(p.name, nullif(i.name, ''), i.email) name, a.batch, a.actor_id is not distinct from (select app_user()) mine,
      exists (select from activities u where u.region_id = a.region_id and u.undoes = a.id) undone,
      a.undoes is not null "takesBack"
    from (select * from activities a where ${conditions} order by ${order} limit ${take}) a
    left join users u on u.id = a.actor_id
    left join partners p on p.region_id = a.region_id
      and p.id = case when a.kind like 'partner.%' then a.subject::uuid end
    left join invitations i on i.region_id = a.region_id
      and i.id = case when ${seesInvited} and a.kind = any (${INVITING}) then a.subject::uuid end
    order by ${order}`
}

const KINDS = {
  steps: ['step.changed', 'step.reopened', 'step.flagged', 'step.planned'],
  checklist: [
    ...['tick.changed', 'own.added', 'own.changed', 'own.moved', 'own.archived', 'own.restored'],
  ],
  milestones: ['milestone.changed'],
  evidence: ['evidence.added', 'evidence.replaced', 'evidence.removed', 'evidence.restored'],
  partners: [
    ...['partner.added', 'partner.changed', 'partner.archived', 'partner.restored'],
    ...['partner.dated', 'partner.contacts', 'partner.merged'],
    ...['voice.added', 'voice.changed', 'voice.found', 'voice.closed', 'voice.nobody'],
    ...['relation.added', 'relation.changed', 'relation.ended', 'relation.never'],
  ],
  people: [
    ...['member.joined', 'member.left', 'member.removed', 'member.invited', 'member.handed-over'],
    ...['invitation.resent', 'invitation.revoked'],
  ],
  region: ['region.created', 'region.changed', 'region.moved'],
  comments: [
    ...['comment.added', 'comment.changed', 'comment.removed'],
    ...['comment.answered', 'comment.reopened'],
  ],
  tasks: [
    ...['task.added', 'task.changed', 'task.archived', 'task.restored', 'task.proposed'],
    ...['task.accepted', 'task.declined', 'task.submitted', 'task.done', 'task.handed-back'],
    ...['task.reopened', 'task.unlinked', 'task.undone', 'task.attached', 'task.detached'],
  ],
  rounds: [
    ...[
      'round.opened',
      'round.extended',
      'round.closed',
      'round.talked',
      'session.opened',
      'session.closed',
    ],
  ],
  metrics: [
    ...['metric.confirmed', 'metric.drafted', 'target.set', 'target.dropped'],
    ...['line.added', 'line.secured', 'line.received', 'line.dropped'],
    ...['measure.set', 'measure.dropped', 'story.told'],
  ],
} as const

function filters({ step, topic, who, what, before }: FeedQuery): Sql[] {
  const wanted: Sql[] = []
  if (step) wanted.push(sql`a.step = ${step}`)
  if (topic) wanted.push(sql`a.kind = any (${[...KINDS[topic]]})`)
  if (who) wanted.push(sql`a.actor_id = ${who}::uuid`)
  if (what) wanted.push(sql`a.subject = ${what}`)
  if (before) wanted.push(sql`a.id < ${before}::uuid`)
  return wanted
}

/** People to choose from, and the partners and own entries that entries mention: one statement. */
async function readNames(db: Db, regionId: string) {
  const [names] = await db.$queryRaw<Names[]>`select
    (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name), '[]')
      from members m join users u on u.id = m.user_id where m.region_id = ${regionId}::uuid) people,
    (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name)), '[]')
      from partners p where p.region_id = ${regionId}::uuid) partners,
    (select coalesce(json_agg(${ownColumns}), '[]')
      from own_entries o where o.region_id = ${regionId}::uuid) own`
  return names ?? { people: [], partners: [], own: [] }
}

interface Names {
  people: Named[]
  partners: Named[]
  own: OwnEntryRow[]
}

interface Named {
  id: string
  name: string
}
