import type { ActivityEntry } from '@/lib/activity/data'
import type { Viewer } from '@/lib/auth/rules'
import type { Voice } from '@/lib/comments/rules'
import type { Db } from '@/lib/db/as-viewer'
import { groupNews } from '@/lib/follows/rules'
import { getGuide } from '@/lib/guidebook/data'
import { findItem, findMilestone } from '@/lib/guidebook/rules'
import { ownColumns } from '@/lib/journey/own/columns'
import { type OwnEntryRow, withOwnEntries } from '@/lib/journey/own/rules'

const MOST_MENTIONS = 10
const MOST_OF_A_REGION = 5

interface MentionRow {
  id: string
  regionId: string
  subject: string
  text: string
  asks: boolean
  at: Date
  author: string | null
  authorRole: Voice
  /** Of a task; null for all that the guidebook names. */
  task: string | null
}

interface PlaceRow {
  id: string
  slug: string
  name: string
  edition: number
  timeZone: string
  own: OwnEntryRow[]
}

/**
 * What is new for the viewer since they last looked: comments that name them, then what others did
 * in what they follow, by region, newest first. Three statements, however many regions.
 */
export async function readNews(db: Db, viewer: Viewer, locale: string) {
  const until = new Date()
  const mentions = await readMentions(db, viewer)
  const entries = await readFollowed(db, viewer)
  const places = await readPlaces(db, viewer, mentions)
  const guideOf = async ({ edition, own }: PlaceRow) =>
    withOwnEntries(await getGuide(edition, locale, db), own, { archived: true })
  const guides = new Map<string, Awaited<ReturnType<typeof guideOf>>>()
  for (const place of places) guides.set(place.id, await guideOf(place))
  const at = (regionId: string) => {
    const [region, guide] = [places.find(({ id }) => id === regionId), guides.get(regionId)]
    return region && guide ? [{ region, guide }] : []
  }
  const told = mentions.map(({ id }) => id)
  return {
    until,
    /** Whether there is anything that could be new at all. */
    listens: places.length > 0,
    mentions: mentions.flatMap((mention) =>
      at(mention.regionId).map(({ region: { slug, name, timeZone }, guide }) => ({
        ...mention,
        region: { slug, name, timeZone },
        title:
          findItem(guide, mention.subject)?.item.label ??
          findMilestone(guide, mention.subject)?.milestone.title ??
          mention.task ??
          '',
      })),
    ),
    followed: groupNews(entries, told, MOST_OF_A_REGION).flatMap(({ regionId, ...news }) =>
      at(regionId).map(({ region: { slug, name, timeZone }, guide }) => ({
        ...news,
        guide,
        region: { slug, name, timeZone },
      })),
    ),
  }
}

export type News = Awaited<ReturnType<typeof readNews>>

function readMentions(db: Db, { userId }: Viewer): Promise<MentionRow[]> {
  return db.$queryRaw<MentionRow[]>`
    select c.id, c.region_id "regionId", c.subject, c.text, c.asks, c.created_at at,
      nullif(a.name, '') author, c.author_role "authorRole", t.title task
    from comment_mentions m join users me on me.id = m.user_id
    join comments c on c.region_id = m.region_id and c.id = m.comment_id
    left join users a on a.id = c.author_id
    left join tasks t on t.region_id = c.region_id and t.id::text = c.subject
    where m.user_id = ${userId}::uuid and c.removed_at is null and c.answered_at is null
      and c.author_id is distinct from m.user_id
      and c.created_at > coalesce(me.news_seen_at, '-infinity')
    order by c.id desc limit ${MOST_MENTIONS}`
}

type Followed = ActivityEntry & { regionId: string }

/** Ids sort by time, so what is new is the end of an index, however long the years before it. */
function readFollowed(db: Db, { userId }: Viewer): Promise<Followed[]> {
  return db.$queryRaw<Followed[]>`
    select distinct on (e.id) e.* from follows f join users me on me.id = f.user_id
    cross join lateral (
      select lpad(to_hex((extract(epoch from greatest(me.news_seen_at, f.created_at)) * 1000)::bigint),
        12, '0') h) since
    cross join lateral (
      select a.region_id "regionId", a.id, a.at, nullif(u.name, '') actor, a.kind, a.step, a.subject,
        a.before, a.after, p.name
      from activities a left join users u on u.id = a.actor_id
      left join partners p on p.region_id = a.region_id
        and p.id = case when a.kind like 'partner.%' then a.subject::uuid end
      where a.region_id = f.region_id and (f.step = '' or a.step = f.step)
        and a.id > (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7fff-bfff-ffffffffffff')::uuid
        and a.actor_id is distinct from f.user_id
      order by a.id desc limit ${MOST_OF_A_REGION + MOST_MENTIONS + 1}) e
    where f.user_id = ${userId}::uuid`
}

/** The regions that are followed or that a mention comes from, with what names their entries. */
function readPlaces(db: Db, { userId }: Viewer, mentions: MentionRow[]): Promise<PlaceRow[]> {
  const ids = mentions.map(({ regionId }) => regionId)
  return db.$queryRaw<PlaceRow[]>`
    select r.id, r.slug, r.name, r.edition, r.time_zone "timeZone",
      (select coalesce(json_agg(${ownColumns}), '[]')
        from own_entries o where o.region_id = r.id) own
    from regions r
    where r.archived_at is null and (r.id = any (${ids}::uuid[])
      or r.id in (select f.region_id from follows f where f.user_id = ${userId}::uuid))`
}
