import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { ActivityEntry } from '@/lib/activity/data'
import { findItem, findMilestone, type Guide } from '@/lib/guidebook/rules'

interface Props {
  entries: ActivityEntry[]
  guide: Guide
  partners: { id: string; name: string }[]
  timeZone: string
  now: Date
}

/** The latest entries as sentences, each with its moment in the region's own time. */
export function ActivityList({ entries, guide, partners, timeZone, now }: Props) {
  const t = useTranslations('activity')
  const format = useFormatter()
  if (entries.length === 0) return <p className="muted">{t('empty')}</p>
  return (
    <ul role="list" className="rows small">
      {entries.map((entry) => {
        const actor = entry.actor ?? t('someone')
        const subject = nameOf(entry.subject, guide, partners)
        return (
          <li key={entry.id} className="row">
            <span>{t(sentenceKey(entry), { actor, subject })}</span>
            <time
              dateTime={entry.at.toISOString()}
              title={format.dateTime(entry.at, { dateStyle: 'full', timeStyle: 'short', timeZone })}
              className="muted"
            >
              {format.relativeTime(entry.at, now)}
            </time>
          </li>
        )
      })}
    </ul>
  )
}

function nameOf(subject: string, guide: Guide, partners: { id: string; name: string }[]) {
  return (
    findItem(guide, subject)?.item.label ??
    findMilestone(guide, subject)?.milestone.title ??
    partners.find((partner) => partner.id === subject)?.name ??
    ''
  )
}

const PLAIN = {
  'partner.added': 'partner.added',
  'partner.changed': 'partner.changed',
  'partner.archived': 'partner.archived',
  'partner.restored': 'partner.restored',
  'member.joined': 'member.joined',
  'member.removed': 'member.removed',
  'member.left': 'member.left',
  'member.invited': 'member.invited',
  'invitation.resent': 'invitation.resent',
  'invitation.revoked': 'invitation.revoked',
  'region.created': 'region.created',
  'region.changed': 'region.changed',
} as const

function sentenceKey({ kind, before, after }: ActivityEntry) {
  const was = stateOf(before)
  const is = stateOf(after)
  if (kind === 'tick.changed') {
    if (was === is || (was === null && is === 'open')) return 'tick.planned'
    const states = ['done', 'started', 'open', 'not_applicable', 'waived'] as const
    const state = states.find((known) => known === is)
    return state ? (`tick.${state}` as const) : 'other'
  }
  if (kind === 'milestone.changed') {
    return is === 'reached' && was !== 'reached' ? 'milestone.reached' : 'milestone.planned'
  }
  return PLAIN[kind as keyof typeof PLAIN] ?? 'other'
}

function stateOf(facts: unknown): string | null {
  if (typeof facts !== 'object' || facts === null || !('state' in facts)) return null
  return typeof facts.state === 'string' ? facts.state : null
}
