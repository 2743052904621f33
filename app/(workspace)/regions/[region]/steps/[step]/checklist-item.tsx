import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { ActionForm } from '@/components/forms/action-form'
import { KeptDate, KeptSelect, KeptText, KeptTextArea } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { sayOwner } from '@/components/journey/say-owner'
import { fromDay } from '@/lib/dates/days'
import type { GuideItem } from '@/lib/guidebook/rules'
import { type Owner, ownerWord } from '@/lib/journey/access/rules'
import type { RegionJourney } from '@/lib/journey/data'
import type { TickRow } from '@/lib/journey/record'
import { SECTORS } from '@/lib/partners/rules'
import { plan, tick as tickAction } from './actions'
import { EntryLink } from './entry-link'
import { EvidenceCount } from './evidence-count'
import { TickBox } from './tick-box'

interface Props {
  item: GuideItem
  tick: TickRow | null
  owner: Owner
  upkeep: boolean
  /** ISO day on which the upkeep of a reached step is due next. */
  upkeepDueOn: string | null
  found: RegionJourney
  mayTick: boolean
  mayPlan: boolean
}

export function ChecklistItem(props: Props) {
  const { item, tick, owner, upkeep, found, mayTick, mayPlan } = props
  const t = useTranslations('step')
  const words = useTranslations('words')
  const format = useFormatter()
  const state = tick?.state ?? 'open'
  const { upkeepDueOn } = props
  // Upkeep that has fallen due again is open, however often it was done.
  const isLapsed = upkeepDueOn !== null && upkeepDueOn < found.today
  const isDone = state === 'done' && !isLapsed
  const open = state === 'open' || state === 'started'
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
          <span className="tick-box tick-box-still" data-done={isDone} aria-hidden="true" />
        )}
        <div className="checklist-words">
          <h3>
            <EntryLink found={found} id={item.id}>
              {item.label}
            </EntryLink>
          </h3>
          <p className="muted small">{item.doneWhen}</p>
          <p className="cluster small">
            {item.essential && <Chip tone="outline">{t('essential')}</Chip>}
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
          <EvidenceCount found={found} id={item.id} />
          {tick?.note && <p className="note small">{tick.note}</p>}
          {tick?.reason && (
            <p className="note small">{t('reasonGiven', { reason: tick.reason })}</p>
          )}
        </div>
      </div>
      {(mayTick || mayPlan) && state !== 'waived' && (
        <Disclosure
          summary={
            <>
              {t('more')}
              <span className="visually-hidden">: {item.label}</span>
            </>
          }
        >
          <div className="stack">
            {open && (
              <ActionForm action={tickAction} requestKey={crypto.randomUUID()} className="cluster">
                {hidden}
                <Button
                  tone="quiet"
                  size="small"
                  name="state"
                  value={state === 'started' ? 'open' : 'started'}
                >
                  {t(state === 'started' ? 'notStarted' : 'start')}
                </Button>
              </ActionForm>
            )}
            {mayPlan && state === 'not_applicable' && (
              <ActionForm action={tickAction} requestKey={crypto.randomUUID()} className="cluster">
                {hidden}
                <Button tone="quiet" size="small" name="state" value="open">
                  {t('applicable')}
                </Button>
              </ActionForm>
            )}
            {mayPlan && <PlanForm {...props} />}
            {mayPlan && open && !item.essential && !upkeep && (
              <ActionForm action={tickAction} requestKey={crypto.randomUUID()} className="stack">
                {hidden}
                <KeptText
                  id={`reason-${item.id}`}
                  name="reason"
                  label={t('reason')}
                  hint={t('reasonHint')}
                  maxLength={500}
                />
                <div>
                  <Button tone="quiet" size="small" name="state" value="not_applicable">
                    {t('notApplicable')}
                  </Button>
                </div>
              </ActionForm>
            )}
          </div>
        </Disclosure>
      )}
    </li>
  )
}

function PlanForm({ item, tick, owner, found }: Props) {
  const t = useTranslations('step')
  const words = useTranslations('words')
  const isFormer =
    owner.kind === 'partner' && !found.partners.some(({ id }) => id === owner.partnerId)
  return (
    <ActionForm action={plan} requestKey={crypto.randomUUID()} className="stack plan-form">
      <HiddenFields found={found} item={item} tick={tick} />
      <div className="fields-row">
        <KeptSelect
          id={`owner-${item.id}`}
          name="owner"
          label={t('owner')}
          defaultValue={ownerWord(owner)}
        >
          <option value="coordinator">{words('owner.coordinator')}</option>
          <option value="any-partner">{words('owner.anyPartner')}</option>
          <optgroup label={t('sectors')}>
            {SECTORS.map((sector) => (
              <option key={sector} value={`sector:${sector}`}>
                {words(`sector.${sector}`)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('partners')}>
            {isFormer && <option value={ownerWord(owner)}>{words('owner.formerPartner')}</option>}
            {found.partners.map((partner) => (
              <option key={partner.id} value={`partner:${partner.id}`}>
                {partner.name}
              </option>
            ))}
          </optgroup>
        </KeptSelect>
        <KeptDate
          id={`due-${item.id}`}
          name="dueOn"
          label={t('dueOn')}
          defaultValue={tick?.dueOn ?? ''}
        />
      </div>
      <KeptTextArea
        id={`note-${item.id}`}
        name="note"
        label={t('note')}
        defaultValue={tick?.note ?? ''}
        maxLength={2000}
      />
      <div>
        <Button size="small">{t('savePlan')}</Button>
      </div>
    </ActionForm>
  )
}

function HiddenFields({ found, item, tick }: Pick<Props, 'found' | 'item' | 'tick'>) {
  return (
    <>
      <input type="hidden" name="regionId" value={found.region.id} />
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name="version" value={tick?.version ?? 0} />
    </>
  )
}
