import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { ActionForm } from '@/components/forms/action-form'
import { KeptDate, KeptTextArea } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { sayOwner } from '@/components/journey/say-owner'
import { OwnerSelect } from '@/components/journey/owner-select'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import type { Viewer } from '@/lib/auth/rules'
import { fromDay } from '@/lib/dates/days'
import type { GuideMilestone, GuideStep } from '@/lib/guidebook/rules'
import { canPlan, canTick, ownerOf } from '@/lib/journey/access/rules'
import { isOwn } from '@/lib/journey/own/rules'
import type { RegionJourney } from '@/lib/journey/data'
import { mark } from './actions'
import { UndoButton } from '../../../../undo-button'
import { EntryLink } from './entry-link'
import { OwnEntries } from './own-entries'
import { OwnForms } from './own-forms'
import { EvidenceCount } from './evidence-count'
import { SuggestedMilestone } from './suggested-tick'

type Props = { found: RegionJourney; step: GuideStep; viewer: Viewer }

export function Milestones({ found, step, viewer }: Props) {
  const t = useTranslations('step')
  return (
    <Card title={t('milestones.title')}>
      <ul role="list" className="checklist">
        {[...step.milestones, ...step.ownMilestones].map((milestone) => (
          <MilestoneItem key={milestone.id} {...{ milestone, found, viewer }} />
        ))}
      </ul>
      <OwnEntries
        {...{ found, step }}
        kind="milestone"
        mayPlan={canPlan(viewer, found.region.id)}
      />
    </Card>
  )
}

/** One milestone as its list and its own page show it. */
export function MilestoneItem(props: {
  milestone: GuideMilestone
  found: RegionJourney
  viewer: Viewer
}) {
  const { milestone, found, viewer } = props
  const t = useTranslations('step')
  const words = useTranslations('words')
  const format = useFormatter()
  const row = found.facts.milestones.find((one) => one.milestone === milestone.id) ?? null
  const reached = row?.state === 'reached'
  const owner = ownerOf(row, 'coordinator')
  const mayMark = canTick(viewer, found.region.id, owner, found.own)
  const mayPlan = canPlan(viewer, found.region.id)
  const latest = found.activity.find(({ subject }) => subject === milestone.id)
  const day = (iso: string) => format.dateTime(fromDay(iso), { dateStyle: 'long' })
  const late = !reached && !!row?.plannedOn && row.plannedOn < found.today
  return (
    <li id={milestone.id} className="checklist-item" data-state={reached ? 'done' : 'open'}>
      <div className="checklist-words">
        <h3>
          <EntryLink found={found} id={milestone.id}>
            {milestone.title}
          </EntryLink>
        </h3>
        {milestone.reachedWhen && <p className="muted small">{milestone.reachedWhen}</p>}
        <p className="cluster small">
          {milestone.gate && <Chip tone="outline">{t('gate')}</Chip>}
          {isOwn(milestone.id) && <Chip tone="outline">{t('own.mark')}</Chip>}
          {owner.kind !== 'coordinator' && (
            <span className="muted">{sayOwner(owner, found.partners, words)}</span>
          )}
          {reached && row.reachedOn && (
            <Chip tone="good">{t('reachedOn', { day: day(row.reachedOn) })}</Chip>
          )}
          {!reached && row?.plannedOn && (
            <span className={late ? 'overdue' : 'muted'}>
              {t(late ? 'plannedLate' : 'plannedOn', { day: day(row.plannedOn) })}
            </span>
          )}
          {!reached && !row?.plannedOn && <span className="muted">{t('noDay')}</span>}
        </p>
        {mayMark && !reached && <SuggestedMilestone found={found} id={milestone.id} />}
        <EvidenceCount found={found} id={milestone.id} />
        {row?.note && <p className="note small">{row.note}</p>}
        <UndoButton
          entry={latest}
          regionId={found.region.id}
          now={found.now}
          subject={milestone.title}
        />
      </div>
      {mayMark && (
        <Disclosure
          summary={
            <>
              {t(reached ? 'milestones.change' : 'milestones.plan')}
              <span className="visually-hidden">: {milestone.title}</span>
            </>
          }
        >
          <ActionForm action={mark} requestKey={crypto.randomUUID()} className="stack">
            <input type="hidden" name="regionId" value={found.region.id} />
            <input type="hidden" name="milestone" value={milestone.id} />
            <input type="hidden" name="version" value={row?.version ?? 0} />
            <div className="fields-row">
              {mayPlan && (
                <OwnerSelect id={`owner-${milestone.id}`} owner={owner} partners={found.partners} />
              )}
              <KeptDate
                id={`planned-${milestone.id}`}
                name="plannedOn"
                label={t('milestones.plannedOn')}
                defaultValue={row?.plannedOn ?? ''}
              />
              <KeptDate
                id={`reached-${milestone.id}`}
                name="reachedOn"
                label={t('milestones.reachedOn')}
                hint={t('milestones.reachedHint')}
                defaultValue={row?.reachedOn ?? found.today}
                max={found.today}
              />
            </div>
            <KeptTextArea
              id={`note-${milestone.id}`}
              name="note"
              label={t('note')}
              defaultValue={row?.note ?? ''}
              maxLength={2000}
            />
            {/* Enter in a field presses the first button: it must be the one that leaves the state. */}
            <div className="cluster">
              {!reached && (
                <Button size="small" tone="quiet" name="state" value="planned">
                  {t('milestones.savePlan')}
                </Button>
              )}
              <Button size="small" name="state" value="reached">
                {t(reached ? 'milestones.keep' : 'milestones.markReached')}
              </Button>
              {reached && (
                <Button size="small" tone="quiet" name="state" value="planned">
                  {t('milestones.takeBack')}
                </Button>
              )}
            </div>
          </ActionForm>
          {mayPlan && isOwn(milestone.id) && <OwnForms id={milestone.id} found={found} />}
        </Disclosure>
      )}
    </li>
  )
}
