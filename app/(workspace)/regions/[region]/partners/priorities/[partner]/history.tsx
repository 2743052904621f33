import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { Found } from './found'
import { sayRater } from './say-rater'

/** How the picture of this organisation came about, newest first. */
export function History({ found: { history } }: { found: Found }) {
  const t = useTranslations('priorities')
  const format = useFormatter()
  if (history.length === 0) return <p className="muted">{t('history.none')}</p>
  return (
    <ul role="list" className="rows">
      {history.map((past, index) => {
        const who = sayRater({ ...past, ratedBy: past.by }, t)
        const { influence, interest } = past
        return (
          <li key={index} className="stack stack-tight small">
            <p className="muted">{format.dateTime(fromDay(past.day), { dateStyle: 'medium' })}</p>
            <p>
              {past.kind === 'choice'
                ? t(past.firstCircle ? 'history.in' : 'history.out', { who })
                : influence === null || interest === null
                  ? t('history.takenBack', { who })
                  : t('history.rated', { who, influence, interest })}
            </p>
            {past.words && <p>{past.words}</p>}
          </li>
        )
      })}
    </ul>
  )
}
