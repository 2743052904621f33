import { CalendarAddresses } from '@/components/calendar/calendar-addresses'
import { useTranslations } from '@/lib/i18n/server'
import type { Timeline } from '@/lib/journey/timeline/data'
import { subscribe, unsubscribe } from './actions'

/** The viewer's own calendar addresses of a region. */
export function CalendarCard({ found: { region, feeds } }: { found: Timeline }) {
  const t = useTranslations('time')
  return (
    <div className="stack">
      <p>{t('calendar.lede')}</p>
      <p className="muted small">{t('calendar.privacy')}</p>
      <CalendarAddresses
        {...{ feeds, make: subscribe, end: unsubscribe }}
        regionId={region.id}
        timeZone={region.timeZone}
      />
    </div>
  )
}
