import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { ActionForm } from '@/components/forms/action-form'
import { Button, LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { fromDay } from '@/lib/dates/days'
import type { MyCard } from '@/lib/my/data'
import { mark, tick } from '../regions/[region]/steps/[step]/actions'

/** One thing to do: what, where, by when, and the press that says it is done. */
export function MyCardItem({ card }: { card: MyCard }) {
  const t = useTranslations('my')
  const isItem = card.kind === 'item'
  return (
    <li className="card my-card" data-part={card.part}>
      <p className="muted small">{t('place', { region: card.region.name, n: card.number })}</p>
      <h2>{card.title}</h2>
      <p className="small">{card.doneWhen}</p>
      <p className="cluster small">
        <Due card={card} />
        {card.binding && <Chip tone="outline">{t(isItem ? 'essential' : 'gate')}</Chip>}
        {card.state === 'started' && <Chip>{t('started')}</Chip>}
      </p>
      <ActionForm
        action={isItem ? tick : mark}
        requestKey={crypto.randomUUID()}
        className="cluster my-actions"
        keepsUnsent="/api/ticks"
        label={`${card.title}, ${card.region.name}`}
      >
        <input type="hidden" name="regionId" value={card.region.id} />
        <input type="hidden" name={card.kind} value={card.id} />
        <input type="hidden" name="version" value={card.version} />
        <Button name="state" value={isItem ? 'done' : 'reached'}>
          {t(isItem ? 'done' : 'reached')}
        </Button>
        {isItem && card.state === 'open' && (
          <Button name="state" value="started" tone="quiet">
            {t('start')}
          </Button>
        )}
        <LinkButton
          href={`/regions/${card.region.slug}/steps/${card.step}#${card.id}`}
          tone="plain"
        >
          {t('open')}
          <span className="visually-hidden">: {card.title}</span>
        </LinkButton>
      </ActionForm>
    </li>
  )
}

function Due({ card: { dueOn, today } }: { card: MyCard }) {
  const t = useTranslations('my')
  const format = useFormatter()
  if (!dueOn) return <span className="muted">{t('noDay')}</span>
  if (dueOn === today) return <span className="overdue">{t('dueToday')}</span>
  const day = format.dateTime(fromDay(dueOn), { day: 'numeric', month: 'long' })
  return dueOn < today ? (
    <span className="overdue">{t('overdue', { day })}</span>
  ) : (
    <span className="muted">{t('due', { day })}</span>
  )
}
