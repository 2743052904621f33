import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { Table } from '@/components/ui/table'
import type { RegionMember, RegionPeople } from '@/lib/people/data'
import { remove } from './actions'

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
              <td>{member.mayRemove && <RemoveMember regionId={region.id} member={member} />}</td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Cannot be undone by a click, so it asks once. */
function RemoveMember({ regionId, member }: { regionId: string; member: RegionMember }) {
  const t = useTranslations('people')
  const name = member.name || member.email || t('unnamed')
  return (
    <Disclosure
      summary={
        <>
          {t('remove.summary')}
          <span className="visually-hidden">: {name}</span>
        </>
      }
    >
      <ActionForm action={remove} requestKey={crypto.randomUUID()} className="stack stack-tight">
        <input type="hidden" name="regionId" value={regionId} />
        <input type="hidden" name="id" value={member.id} />
        <p className="small">{t('remove.ask', { name })}</p>
        <div>
          <Button tone="danger" size="small">
            {t('remove.confirm', { name })}
          </Button>
        </div>
      </ActionForm>
    </Disclosure>
  )
}
