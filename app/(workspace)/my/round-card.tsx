import { LinkButton } from '@/components/ui/button'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { AskedRound } from '@/lib/my/asked-rounds'

/** A round that asks how the reader sees it: how long it takes, until when, and the way there. */
export function RoundCard({ round: { id, region, minutes, closesOn } }: { round: AskedRound }) {
  const t = useTranslations('answering')
  const format = useFormatter()
  const day = format.dateTime(fromDay(closesOn), { day: 'numeric', month: 'long' })
  return (
    <li className="card my-card">
      <p className="muted small">{t('title')}</p>
      <h2>{t('headline', { region: region.name })}</h2>
      <p className="small">{t('card.text', { minutes, day })}</p>
      <p className="my-actions">
        <LinkButton href={`/regions/${region.slug}/rounds/${id}/answer`}>
          {t('card.button')}
          <span className="visually-hidden">: {region.name}</span>
        </LinkButton>
      </p>
    </li>
  )
}
