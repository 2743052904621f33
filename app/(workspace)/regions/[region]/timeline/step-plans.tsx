import { ActionForm } from '@/components/forms/action-form'
import { KeptDate } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { Timeline } from '@/lib/journey/timeline/data'
import type { TimelineStep } from '@/lib/journey/timeline/rules'
import { plan, takeOver } from './actions'

/** Where the coordinator sets the days of each step, and takes over those of the guidebook. */
export function StepPlans({ found }: { found: Timeline }) {
  const t = useTranslations('time')
  return (
    <Card title={t('plan.title')}>
      <p className="muted">{t('plan.lede')}</p>
      {found.steps.map((step) => (
        <Disclosure key={step.slug} summary={`${step.number} ${step.title}`}>
          <div className="stack">
            <PlanForm step={step} regionId={found.region.id} />
            <Suggestions step={step} regionId={found.region.id} />
          </div>
        </Disclosure>
      ))}
    </Card>
  )
}

type Props = { step: TimelineStep; regionId: string }

function PlanForm({ step: { slug, title, plan: row }, regionId }: Props) {
  const t = useTranslations('time')
  return (
    <ActionForm
      action={plan}
      requestKey={crypto.randomUUID()}
      className="stack"
      label={t('plan.of', { title })}
    >
      <input type="hidden" name="regionId" value={regionId} />
      <input type="hidden" name="step" value={slug} />
      <input type="hidden" name="version" value={row.version} />
      <div className="fields-row">
        <KeptDate
          id={`starts-${slug}`}
          name="startsOn"
          label={t('plan.startsOn')}
          defaultValue={row.startsOn ?? ''}
        />
        <KeptDate
          id={`target-${slug}`}
          name="targetOn"
          label={t('plan.targetOn')}
          defaultValue={row.targetOn ?? ''}
        />
      </div>
      <div>
        <Button size="small">{t('plan.save')}</Button>
      </div>
    </ActionForm>
  )
}

/** What the guidebook's weeks come to, counted from the step's start, with one button to keep it. */
function Suggestions({ step, regionId }: Props) {
  const t = useTranslations('time')
  const format = useFormatter()
  const startsOn = step.plan.startsOn ?? step.begunOn
  if (startsOn === null) return <p className="muted small">{t('plan.needsStart')}</p>
  if (step.suggestions.length === 0) return null
  return (
    <div>
      <h3>{t('plan.suggested')}</h3>
      <ul role="list" className="rows small">
        {step.suggestions.map(({ id, label, week, day }) => (
          <li key={id} className="row">
            <span>{label}</span>
            <span className="muted">
              {t('plan.week', {
                week,
                day: format.dateTime(fromDay(day), { dateStyle: 'medium' }),
              })}
            </span>
          </li>
        ))}
      </ul>
      <ActionForm action={takeOver} requestKey={crypto.randomUUID()}>
        <input type="hidden" name="regionId" value={regionId} />
        <input type="hidden" name="step" value={step.slug} />
        <input type="hidden" name="startsOn" value={startsOn} />
        <Button size="small" tone="quiet">
          {t('plan.takeOver', { count: step.suggestions.length })}
        </Button>
      </ActionForm>
    </div>
  )
}
