import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import type { RegionPeople } from '@/lib/people/data'

/** Who is part of a region; on a phone each person becomes a small sheet. */
export function MemberTable({ found }: { found: RegionPeople }) {
  const { members, region, knowsActivity } = found
  const t = useTranslations('people')
  const words = useTranslations('words')
  const format = useFormatter()
  const removing = members.some(({ mayRemove }) => mayRemove)
  const day = (at: Date) => (
    <time dateTime={at.toISOString()}>
      {format.dateTime(at, { dateStyle: 'medium', timeZone: region.timeZone })}
    </time>
  )
  return (
    <Table id="members" caption={t('members')} captionHidden stack>
      <thead>
        <tr>
          <th scope="col">{t('columns.name')}</th>
          <th scope="col">{t('columns.role')}</th>
          <th scope="col">{t('columns.organisation')}</th>
          <th scope="col">{t('columns.since')}</th>
          {knowsActivity && <th scope="col">{t('columns.lastSeen')}</th>}
          {removing && <th scope="col">{t('columns.change')}</th>}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <th scope="row">
              <span className="cluster">
                {member.name || t('unnamed')}
                {member.isViewer && <Chip>{t('you')}</Chip>}
                {member.disabled && <Chip tone="outline">{t('disabled')}</Chip>}
                {member.mailPaused && <Chip tone="outline">{t('mailPaused')}</Chip>}
              </span>
              {member.email && <span className="muted small font-normal">{member.email}</span>}
            </th>
            <td data-label={t('columns.role')}>{words(`role.${member.role}`)}</td>
            <td data-label={member.organisation ? t('columns.organisation') : undefined}>
              {member.organisation}
            </td>
            <td data-label={t('columns.since')}>{day(member.since)}</td>
            {knowsActivity && (
              <td data-label={t('columns.lastSeen')}>
                {member.lastSeenAt ? (
                  day(member.lastSeenAt)
                ) : (
                  <span className="muted">{t('never')}</span>
                )}
              </td>
            )}
            {removing && (
              <td>
                {member.mayRemove && (
                  <Link href={`/regions/${region.slug}/people/remove/${member.id}`}>
                    {t('remove.summary')}
                    <span className="visually-hidden">
                      : {member.name || member.email || t('unnamed')}
                    </span>
                  </Link>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
