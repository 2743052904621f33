import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import type { HandOver } from '@/lib/handover/data'
import { useFormatter, useTranslations } from '@/lib/i18n/server'

/** Who is who, and who was active when. */
export function People({ found: { people, region, knowsActivity } }: { found: HandOver }) {
  const t = useTranslations('handOver')
  const words = useTranslations('words')
  const format = useFormatter()
  const day = (at: Date | null) =>
    at ? (
      <time dateTime={at.toISOString()}>
        {format.dateTime(at, { dateStyle: 'medium', timeZone: region.timeZone })}
      </time>
    ) : (
      <span className="muted">{t('people.never')}</span>
    )
  if (people.length === 0) {
    return (
      <Card title={t('people.title')}>
        <p className="muted">{t('people.none')}</p>
      </Card>
    )
  }
  return (
    <Card title={t('people.title')}>
      <Table id="people" caption={t('people.title')} captionHidden stack>
        <thead>
          <tr>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('people.role')}</th>
            <th scope="col">{t('people.since')}</th>
            <th scope="col">{t('people.lastChange')}</th>
            {knowsActivity && <th scope="col">{t('people.lastSeen')}</th>}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                {person.name ?? t('people.unnamed')}
                {person.email && (
                  <span className="hand-over-address muted small">{person.email}</span>
                )}
              </th>
              <td data-label={t('people.role')}>
                {[words(`role.${person.role}`), person.organisation].filter(Boolean).join(', ')}
              </td>
              <td data-label={t('people.since')}>{day(person.since)}</td>
              <td data-label={t('people.lastChange')}>{day(person.lastChangeAt)}</td>
              {knowsActivity && <td data-label={t('people.lastSeen')}>{day(person.lastSeenAt)}</td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
