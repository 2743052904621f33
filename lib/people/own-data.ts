import type { Viewer } from '@/lib/auth/rules'
import { asViewer } from '@/lib/db/as-viewer'

/**
 * Everything kept about the viewer, by what it is: themselves, their places, what they wrote, did
 * and were told. One statement; row-level security leaves out what is not theirs to see. Secrets
 * are left out, since only their hashes are kept.
 */
export function collectOwnData(viewer: Viewer): Promise<Record<string, unknown>> {
  const me = viewer.userId
  return asViewer(viewer, async (db) => {
    const [found] = await db.$queryRaw<{ data: Record<string, unknown> }[]>`
      select jsonb_build_object(
        'person', (select jsonb_build_object('email', u.email, 'name', u.name, 'language', u.locale,
            'appearance', u.theme, 'programmeRole', u.programme_role, 'lastSeen', u.last_seen_at,
            'mailPausedSince', u.mail_paused_at) from users u where u.id = ${me}::uuid),
        'signedInUntil', (select coalesce(jsonb_agg(s.expires), '[]') from sessions s
          where s.user_id = ${me}::uuid),
        'places', (select coalesce(jsonb_agg(jsonb_build_object('region', r.name, 'role', m.role,
            'organisation', p.name, 'since', m.created_at)), '[]')
          from members m join regions r on r.id = m.region_id
          left join partners p on p.region_id = m.region_id and p.id = m.partner_id
          where m.user_id = ${me}::uuid),
        'mailSettings', (select to_jsonb(b) - 'user_id' from mailboxes b where b.user_id = ${me}::uuid),
        'told', (select coalesce(jsonb_agg(to_jsonb(n) - 'user_id' order by n.id), '[]')
          from notices n where n.user_id = ${me}::uuid),
        'follows', (select coalesce(jsonb_agg(to_jsonb(f) - 'user_id'), '[]')
          from follows f where f.user_id = ${me}::uuid),
        'calendarAddresses', (select coalesce(jsonb_agg(jsonb_build_object('made', c.created_at,
            'read', c.last_read_at, 'ended', c.revoked_at) order by c.created_at), '[]')
          from (select user_id, created_at, last_read_at, revoked_at from own_feeds
            union all select user_id, created_at, last_read_at, revoked_at from calendar_feeds) c
          where c.user_id = ${me}::uuid),
        'comments', (select coalesce(jsonb_agg(to_jsonb(c) - 'author_id' order by c.id), '[]')
          from comments c where c.author_id = ${me}::uuid),
        'evidence', (select coalesce(jsonb_agg(to_jsonb(e) - 'added_by_id' order by e.id), '[]')
          from evidence e where e.added_by_id = ${me}::uuid),
        'tasks', (select coalesce(jsonb_agg(to_jsonb(t) - 'created_by_id' order by t.id), '[]')
          from tasks t where t.created_by_id = ${me}::uuid or t.assignee_id = ${me}::uuid),
        'tasksDone', (select coalesce(jsonb_agg(to_jsonb(o)), '[]') from task_partners o
          where o.submitted_by_id = ${me}::uuid or o.user_id = ${me}::uuid),
        'askedInRounds', (select coalesce(jsonb_agg(s.round_id), '[]') from round_people s
          where s.user_id = ${me}::uuid),
        'talks', (select coalesce(jsonb_agg(to_jsonb(k) - 'author_id' order by k.id), '[]')
          from partner_talks k where k.author_id = ${me}::uuid),
        'ratings', (select coalesce(jsonb_agg(to_jsonb(g) - 'rated_by_id' order by g.id), '[]')
          from partner_ratings g where g.rated_by_id = ${me}::uuid),
        'activity', (select coalesce(jsonb_agg(jsonb_build_object('at', a.at, 'kind', a.kind,
            'step', a.step, 'subject', a.subject, 'before', a.before, 'after', a.after)
            order by a.id), '[]')
          from activities a where a.actor_id = ${me}::uuid)) data`
    return found?.data ?? {}
  })
}
