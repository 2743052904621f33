import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { takeBack } from '../actions'
import type { Found } from './found'
import { sayRater } from './say-rater'

/** Who sees it how: each person's latest rating. */
export function Ratings({ found: { region, ratings } }: { found: Found }) {
  const t = useTranslations('priorities')
  const format = useFormatter()
  if (ratings.length === 0) return <p className="muted">{t('ratings.none')}</p>
  return (
    <ul role="list" className="rows">
      {ratings.map((rating) => {
        const who = sayRater(rating, t)
        const { influence, interest } = rating
        return (
          <li key={rating.id} className="stack stack-tight">
            <p className="row">
              <strong>{rating.isMine ? t('ratings.you') : who}</strong>
              <span className="muted small">
                {format.dateTime(fromDay(rating.ratedOn), { dateStyle: 'medium' })}
              </span>
            </p>
            <p>{t('ratings.values', { influence, interest })}</p>
            {rating.reason && <p className="small">{rating.reason}</p>}
            {(rating.isMine || rating.together) && (
              <ActionForm action={takeBack} requestKey={crypto.randomUUID()} keepsDraft={false}>
                <input type="hidden" name="regionId" value={region.id} />
                <input type="hidden" name="id" value={rating.id} />
                <Button tone="plain" size="small" aria-label={t('ratings.takeBackOf', { who })}>
                  {t('ratings.takeBack')}
                </Button>
              </ActionForm>
            )}
          </li>
        )
      })}
    </ul>
  )
}
