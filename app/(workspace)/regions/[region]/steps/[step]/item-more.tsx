import { ActionForm } from '@/components/forms/action-form'
import { KeptDate, KeptText, KeptTextArea } from '@/components/forms/kept-fields'
import { OwnerSelect } from '@/components/journey/owner-select'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { useTranslations } from '@/lib/i18n/server'
import { isOwn } from '@/lib/journey/own/rules'
import { plan, tick as tickAction, waive } from './actions'
import { EntryLink } from './entry-link'
import { HiddenFields, type ItemProps } from './hidden-fields'
import { OwnForms } from './own-forms'

/** What can be done with an item besides ticking it, on demand. */
export function ItemMore(props: ItemProps) {
  const { item, tick, upkeep, found, mayTick, mayPlan, mayWaive } = props
  const t = useTranslations('step')
  const state = tick?.state ?? 'open'
  const open = state === 'open' || state === 'started'
  const waives = mayWaive && item.essential && (open || state === 'waived')
  if (!waives && ((!mayTick && !mayPlan) || state === 'waived')) return null
  const hidden = <HiddenFields found={found} item={item} tick={tick} />
  return (
    <Disclosure
      summary={
        <>
          {t(waives && !mayPlan ? 'waive.more' : 'more')}
          <span className="visually-hidden">: {item.label}</span>
        </>
      }
    >
      <div className="stack">
        <p className="small">
          <EntryLink found={found} id={item.id}>
            {t('entryPage')}
            <span className="visually-hidden">: {item.label}</span>
          </EntryLink>
        </p>
        {mayTick && open && (
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
        {mayPlan && state !== 'waived' && <PlanForm {...props} />}
        {mayPlan && open && !item.essential && !upkeep && !isOwn(item.id) && (
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
        {mayPlan && isOwn(item.id) && <OwnForms id={item.id} found={found} />}
        {waives && <WaiveForm {...props} />}
      </div>
    </Disclosure>
  )
}

function PlanForm({ item, tick, owner, found }: ItemProps) {
  const t = useTranslations('step')
  return (
    <ActionForm action={plan} requestKey={crypto.randomUUID()} className="stack plan-form">
      <HiddenFields found={found} item={item} tick={tick} />
      <div className="fields-row">
        <OwnerSelect id={`owner-${item.id}`} owner={owner} partners={found.partners} />
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

/** Programme staff say that a region need not do an essential item, and why. */
function WaiveForm({ item, tick, found }: ItemProps) {
  const t = useTranslations('step')
  const isWaived = tick?.state === 'waived'
  return (
    <ActionForm action={waive} requestKey={crypto.randomUUID()} className="stack">
      <HiddenFields found={found} item={item} tick={tick} />
      {!isWaived && (
        <KeptTextArea
          id={`waive-${item.id}`}
          name="reason"
          label={t('waive.reason')}
          hint={t('waive.hint')}
          maxLength={500}
        />
      )}
      <div>
        <Button tone="quiet" size="small" name="waived" value={isWaived ? 'no' : 'yes'}>
          {t(isWaived ? 'waive.takeBack' : 'waive.do')}
        </Button>
      </div>
    </ActionForm>
  )
}
