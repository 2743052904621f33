import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { DateField } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { addDays } from '@/lib/dates/rules'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { RegionJourney } from '@/lib/journey/data'
import './look-back.css'

type Props = {
  found: Pick<RegionJourney, 'past' | 'lookBack'>
  /** The page's own address, without the day. */
  path: string
}

/** What an address ends with so that it stays on the day that is shown. */
export function dayQuery({ past }: Pick<RegionJourney, 'past'>): string {
  return past ? `?on=${past.day}` : ''
}

/** Says at the top of a page that it shows a past day, with the ways back and to its neighbours. */
export function LookingBack({ found: { past, lookBack }, path }: Props) {
  const t = useTranslations('time')
  const format = useFormatter()
  const say = (day: string, dateStyle: 'long' | 'medium' = 'medium') =>
    format.dateTime(fromDay(day), { dateStyle })
  if (lookBack.isMissed) {
    const { since, today } = lookBack
    return (
      <Notice tone="attention" title={t('past.missed')}>
        {since && <p>{t('past.reach', { since: say(since), today: say(today) })}</p>}
      </Notice>
    )
  }
  if (!past) return null
  return (
    <aside className="looking-back" aria-label={t('past.label')}>
      <Icon name="clock" />
      <div>
        <p>
          <strong>{t('past.title', { day: say(past.day, 'long') })}</strong>{' '}
          <Link href={path}>{t('past.back')}</Link>
        </p>
        <p className="cluster small">
          {past.previous && (
            <Link href={`${path}?on=${past.previous}`}>
              {t('past.previous', { day: say(past.previous) })}
            </Link>
          )}
          {past.next && past.next < lookBack.today && (
            <Link href={`${path}?on=${past.next}`}>{t('past.next', { day: say(past.next) })}</Link>
          )}
        </p>
      </div>
    </aside>
  )
}

/** A plain form to choose a past day; nothing where there is no past yet. */
export function LookBack({ found: { past, lookBack }, path }: Props) {
  const t = useTranslations('time')
  const yesterday = addDays(lookBack.today, -1)
  if (lookBack.since === null || lookBack.since > yesterday) return null
  return (
    <Disclosure summary={t(past ? 'past.another' : 'past.choose')}>
      <form action={path} className="look-back">
        <DateField
          name="on"
          label={t('past.day')}
          hint={t('past.hint')}
          min={lookBack.since}
          max={yesterday}
          defaultValue={past?.day ?? yesterday}
          required
        />
        <Button tone="quiet">{t('past.show')}</Button>
      </form>
    </Disclosure>
  )
}
