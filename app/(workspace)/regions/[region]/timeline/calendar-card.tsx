import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { Timeline } from '@/lib/journey/timeline/data'
import { subscribe, unsubscribe } from './actions'
import { GivenAddress } from './given-address'

/** The viewer's own calendar addresses: made here, shown once, ended here. */
export function CalendarCard({ found: { region, feeds } }: { found: Timeline }) {
  const t = useTranslations('time')
  const format = useFormatter()
  const say = (at: Date) =>
    format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone: region.timeZone })
  return (
    <div className="stack">
      <p>{t('calendar.lede')}</p>
      <p className="muted small">{t('calendar.privacy')}</p>
      <ActionForm action={subscribe} requestKey={crypto.randomUUID()} className="stack">
        <input type="hidden" name="regionId" value={region.id} />
        <div>
          <Button tone="quiet">{t('calendar.create')}</Button>
        </div>
        <GivenAddress
          words={{
            label: t('calendar.address'),
            hint: t('calendar.once'),
            copy: t('calendar.copy'),
            copied: t('calendar.copied'),
          }}
        />
      </ActionForm>
      {feeds.length > 0 && (
        <ul role="list" className="rows small">
          {feeds.map(({ id, createdAt, lastReadAt }) => (
            <li key={id} className="row">
              <span>
                {t('calendar.made', { at: say(createdAt) })}{' '}
                <span className="muted">
                  {lastReadAt ? t('calendar.read', { at: say(lastReadAt) }) : t('calendar.unread')}
                </span>
              </span>
              <ActionForm action={unsubscribe} requestKey={crypto.randomUUID()}>
                <input type="hidden" name="regionId" value={region.id} />
                <input type="hidden" name="id" value={id} />
                <Button tone="danger" size="small">
                  {t('calendar.revoke')}
                  <span className="visually-hidden">: {say(createdAt)}</span>
                </Button>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
