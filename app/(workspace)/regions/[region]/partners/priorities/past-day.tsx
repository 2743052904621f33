import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { DateField } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { fromDay } from '@/lib/dates/days'
import { addDays } from '@/lib/dates/rules'
import { useFormatter, useTranslations } from '@/lib/i18n/server'

type Props = { on: string; today: string; home: string }

/** The picture as it was on a past day, and the way back. */
export function PastDay({ on, today, home }: Props) {
  const t = useTranslations('priorities')
  const format = useFormatter()
  const isPast = on !== today
  return (
    <>
      {isPast && (
        <Notice
          tone="attention"
          title={t('past.title', { day: format.dateTime(fromDay(on), { dateStyle: 'long' }) })}
        >
          <p>
            <Link href={home}>{t('past.back')}</Link>
          </p>
        </Notice>
      )}
      <Disclosure summary={t('past.summary')}>
        <form action={home} className="filter-form">
          <DateField
            name="on"
            label={t('past.day')}
            defaultValue={isPast ? on : ''}
            max={addDays(today, -1)}
            required
          />
          <div className="cluster">
            <Button tone="quiet">{t('past.show')}</Button>
          </div>
        </form>
      </Disclosure>
    </>
  )
}
