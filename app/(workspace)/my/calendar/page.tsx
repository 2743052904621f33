import { CalendarAddresses } from '@/components/calendar/calendar-addresses'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { listOwnFeeds } from '@/lib/calendar/own/feeds'
import { getTranslations } from '@/lib/i18n/server'
import { subscribe, unsubscribe } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('time'))('ownCalendar.title') }
}

/** The reader's own due days for their calendar, made and ended here. */
export default async function OwnCalendarPage() {
  const [viewer, t, my] = await Promise.all([
    requireViewer(),
    getTranslations('time'),
    getTranslations('my'),
  ])
  const feeds = await listOwnFeeds(viewer)
  return (
    <>
      <PageHeader
        eyebrow={<Link href="/my">{my('title')}</Link>}
        title={t('ownCalendar.title')}
        lede={t('ownCalendar.lede')}
      />
      <Card>
        <div className="stack">
          <p className="muted small">{t('ownCalendar.privacy')}</p>
          <CalendarAddresses {...{ feeds, make: subscribe, end: unsubscribe }} />
        </div>
      </Card>
    </>
  )
}
