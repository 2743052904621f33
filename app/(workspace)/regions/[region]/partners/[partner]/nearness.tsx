import { ActionForm } from '@/components/forms/action-form'
import { KeptDate } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { getPartner } from '@/lib/partners/data'
import { PARTNER_STATUSES } from '@/lib/partners/rules'
import { correctDays } from '../actions'
import { WhichPartner } from './edit-partner'

type Found = Awaited<ReturnType<typeof getPartner>>

/** Since when an organisation is known, contacted, engaged and committed, or has left. */
export function Nearness({ found }: { found: Found }) {
  const { region, partner, mayKeep, today } = found
  const t = useTranslations('partners')
  const words = useTranslations('words')
  const format = useFormatter()
  return (
    <Card title={t('days.title')}>
      {partner.standings.length === 0 && <p className="muted">{t('days.none')}</p>}
      <ol role="list" className="rows">
        {partner.standings.map(({ status, since }) => (
          <li key={status} className="cluster">
            <span>{words(`status.${status}`)}</span>
            <span className="muted">
              {t('since', { day: format.dateTime(fromDay(since), { dateStyle: 'long' }) })}
            </span>
          </li>
        ))}
      </ol>
      {mayKeep && !partner.archived && (
        <Disclosure summary={t('days.correct')}>
          <ActionForm action={correctDays} requestKey={crypto.randomUUID()} className="stack">
            <WhichPartner regionId={region.id} partner={partner} />
            <p className="muted small">{t('days.hint')}</p>
            {PARTNER_STATUSES.map((status) => (
              <KeptDate
                key={status}
                name={status}
                label={words(`status.${status}`)}
                max={today}
                defaultValue={
                  partner.standings.find((standing) => standing.status === status)?.since ?? ''
                }
              />
            ))}
            <div>
              <Button tone="quiet">{t('days.save')}</Button>
            </div>
          </ActionForm>
        </Disclosure>
      )}
    </Card>
  )
}
