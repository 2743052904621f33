import { ActionForm, type FormAction } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { WITH_ZONE } from '@/lib/dates/rules'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { GivenAddress } from './given-address'

interface Props {
  feeds: { id: string; createdAt: Date; lastReadAt: Date | null }[]
  make: FormAction
  end: FormAction
  /** The region whose dates they give; none where they are the reader's own. */
  regionId?: string
  timeZone?: string | undefined
}

/** Private calendar addresses of the reader: made here, shown once, ended here. */
export function CalendarAddresses({ feeds, make, end, regionId, timeZone }: Props) {
  const t = useTranslations('time')
  const format = useFormatter()
  const say = (at: Date) =>
    format.dateTime(
      at,
      timeZone ? { dateStyle: 'medium', timeStyle: 'short', timeZone } : WITH_ZONE,
    )
  const region = regionId && <input type="hidden" name="regionId" value={regionId} />
  return (
    <>
      <ActionForm action={make} requestKey={crypto.randomUUID()} className="stack">
        {region}
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
              <ActionForm action={end} requestKey={crypto.randomUUID()}>
                {region}
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
    </>
  )
}
