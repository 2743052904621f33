import { Card } from '@/components/ui/card'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { Reopened } from '@/lib/journey/data'

/** What a step had reached before it was reopened, and why. */
export function EarlierResults({ reopened, timeZone }: { reopened: Reopened[]; timeZone: string }) {
  const t = useTranslations('step')
  const activity = useTranslations('activity')
  const format = useFormatter()
  if (reopened.length === 0) return null
  return (
    <Card title={t('reopening.earlier')}>
      <ul role="list" className="rows small">
        {reopened.map(({ at, actor, reachedSince, reason }) => (
          <li key={at}>
            {t('reopening.result', {
              since: format.dateTime(fromDay(reachedSince), { dateStyle: 'long' }),
              day: format.dateTime(new Date(at), { dateStyle: 'long', timeZone }),
              actor: actor ?? activity('someone'),
              reason,
            })}
          </li>
        ))}
      </ul>
    </Card>
  )
}
