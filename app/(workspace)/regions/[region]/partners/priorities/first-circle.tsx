import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { FIRST_CIRCLE } from '@/lib/candid/matrix/rules'
import type { Prioritised } from '@/lib/candid/priorities'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { fromDay } from '@/lib/dates/days'

/** Whom to involve first, why, and what happens next with each. */
export function FirstCircle({ all, home }: { all: Prioritised[]; home: string }) {
  const t = useTranslations('priorities')
  const format = useFormatter()
  const circle = all.flatMap(({ id, name, choice }) =>
    choice?.firstCircle ? [{ id, name, ...choice, partnerId: id }] : [],
  )
  const size =
    circle.length < FIRST_CIRCLE.least
      ? 'few'
      : circle.length > FIRST_CIRCLE.most
        ? 'many'
        : 'right'
  return (
    <Card title={t('circle.title', { count: circle.length })} id="first-circle">
      <div className="stack">
        <p className="muted small">{t(`circle.${size}`)}</p>
        {circle.length > 0 && (
          <ul role="list" className="rows">
            {circle.map(({ id, name, reason, action, actionBy, actionOn }) => (
              <li key={id} className="stack stack-tight">
                <p>
                  <Link href={`${home}/${id}`}>{name}</Link>
                </p>
                <p className="small">{reason}</p>
                {(action || actionBy || actionOn) && (
                  <p className="muted small">
                    {[
                      action,
                      actionBy,
                      actionOn && format.dateTime(fromDay(actionOn), { dateStyle: 'medium' }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}
