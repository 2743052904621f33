import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { ActionForm } from '@/components/forms/action-form'
import { Chip } from '@/components/ui/chip'
import { sayOwner } from '@/components/journey/say-owner'
import { fromDay } from '@/lib/dates/days'
import { isOwn } from '@/lib/journey/own/rules'
import { UndoButton } from '../../../../undo-button'
import { tick as tickAction } from './actions'
import { EntryLink } from './entry-link'
import { HiddenFields, type ItemProps } from './hidden-fields'
import { ItemMore } from './item-more'
import { EvidenceCount } from './evidence-count'
import { ServedLine } from './served-line'
import { SuggestedTick } from './suggested-tick'
import { TickBox } from './tick-box'
import { TickMark } from './tick-mark'

export function ChecklistItem(props: ItemProps) {
  const { item, tick, owner, upkeep, found, mayTick } = props
  const t = useTranslations('step')
  const words = useTranslations('words')
  const format = useFormatter()
  const state = tick?.state ?? 'open'
  const { upkeepDueOn } = props
  // Upkeep that has fallen due again is open, however often it was done.
  const isLapsed = upkeepDueOn !== null && upkeepDueOn < found.today
  const isDone = state === 'done' && !isLapsed
  const open = state === 'open' || state === 'started'
  const latest = found.activity.find(({ subject }) => subject === item.id)
  const dueOn = upkeepDueOn ?? (open ? (tick?.dueOn ?? null) : null)
  const overdue = dueOn !== null && dueOn < found.today
  const hidden = <HiddenFields found={found} item={item} tick={tick} />
  return (
    <li id={item.id} className="checklist-item" data-state={state}>
      <div className="checklist-main">
        {mayTick && state !== 'waived' && state !== 'not_applicable' ? (
          <ActionForm
            action={tickAction}
            requestKey={crypto.randomUUID()}
            className="tick-form"
            keepsUnsent="/api/ticks"
            label={item.label}
          >
            {hidden}
            <TickBox
              done={isDone}
              label={t(isDone && !upkeep ? 'reopen' : 'tick', { label: item.label })}
              again={upkeep}
            />
          </ActionForm>
        ) : (
          <span className="tick-box tick-box-still" data-done={isDone} aria-hidden="true">
            <TickMark />
          </span>
        )}
        <div className="checklist-words">
          <h3>
            <EntryLink found={found} id={item.id}>
              {item.label}
            </EntryLink>
          </h3>
          {item.doneWhen && <p className="muted small">{item.doneWhen}</p>}
          <p className="cluster small">
            {item.essential && <Chip tone="outline">{t('essential')}</Chip>}
            {isOwn(item.id) && <Chip tone="outline">{t('own.mark')}</Chip>}
            {state !== 'open' && !isLapsed && (
              <Chip tone={isDone ? 'good' : 'plain'}>{words(`tick.${state}`)}</Chip>
            )}
            <span className="muted">{sayOwner(owner, found.partners, words)}</span>
            {dueOn && (
              <span className={overdue ? 'overdue' : 'muted'}>
                {t(overdue ? 'overdueSince' : 'due', {
                  day: format.dateTime(fromDay(dueOn), { dateStyle: 'medium' }),
                })}
              </span>
            )}
            {state === 'done' && tick?.doneOn && (
              <span className="muted">
                {t('doneOn', {
                  day: format.dateTime(fromDay(tick.doneOn), { dateStyle: 'medium' }),
                })}
              </span>
            )}
          </p>
          <SuggestedTick {...{ found, item, tick, mayTick }} />
          <EvidenceCount found={found} id={item.id} />
          {open && <ServedLine found={found} id={item.id} mayTick={mayTick} />}
          {tick?.note && <p className="note small">{tick.note}</p>}
          {tick?.reason && (
            <p className="note small">{t('reasonGiven', { reason: tick.reason })}</p>
          )}
          <UndoButton
            entry={latest}
            regionId={found.region.id}
            now={found.now}
            subject={item.label}
          />
        </div>
      </div>
      <ItemMore {...props} />
    </li>
  )
}
