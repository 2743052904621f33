import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import type { Engaged } from '@/lib/candid/engagement'
import { SILENT_DAYS } from '@/lib/candid/engagement/rules'
import { useTranslations } from '@/lib/i18n/server'

type Props = { all: Engaged[]; today: string; home: string }

/** What wants attention first: contacts that are due, first circle not heard yet, silence, open gains. */
export function Hints({ all, today, home }: Props) {
  const t = useTranslations('engagement')
  const count = (wanted: (one: Engaged) => boolean) => all.filter(wanted).length
  const hints = [
    { show: 'due', count: count(({ nextOn }) => nextOn !== null && nextOn <= today) },
    { show: 'unheard', count: count(({ firstCircle, talks }) => firstCircle && talks === 0) },
    { show: 'silent', count: count(({ silent }) => silent) },
    { show: 'no-gain', count: count(({ gains }) => gains.length === 0) },
  ] as const
  const held = hints.filter((hint) => hint.count > 0)
  return (
    <Card title={t('hints.title')}>
      {held.length === 0 ? (
        <p>{t('hints.none')}</p>
      ) : (
        <ul role="list" className="rows">
          {held.map((hint) => (
            <li key={hint.show} className="row">
              <span>{t(`hints.${hint.show}`, { count: hint.count, days: SILENT_DAYS })}</span>
              <Link href={`${home}?show=${hint.show}#table`}>
                {t('hints.look', { what: t(`filter.${hint.show}`) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
