import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { GuideStep } from '@/lib/guidebook/rules'
import { useTranslations } from '@/lib/i18n/server'
import { SECTORS } from '@/lib/partners/rules'
import type { TaskDesk } from '@/lib/tasks/data'
import { takeOver } from './actions'

/** What the guidebook suggests and the region has not taken over yet, step by step. */
export function SuggestedTasks({ desk }: { desk: TaskDesk }) {
  const t = useTranslations('tasks')
  const { region, guide } = desk
  const steps = guide.steps.filter(({ tasks }) =>
    tasks.some(({ id }) => !region.taken.includes(id)),
  )
  if (steps.length === 0) return null
  return (
    <Card title={t('suggested.title')} id="suggested">
      <p className="muted">{t('suggested.lede')}</p>
      {steps.map((step) => (
        <Disclosure key={step.slug} summary={`${step.number}. ${step.title}`}>
          <SuggestedOfStep region={region} step={step} taken={region.taken} />
        </Disclosure>
      ))}
    </Card>
  )
}

interface OfStep {
  region: { id: string }
  step: GuideStep
  /** Ids of those that were taken over. */
  taken: readonly string[]
}

/** A step's suggested tasks, each with the press that takes it over. */
export function SuggestedOfStep({ region, step, taken }: OfStep) {
  const t = useTranslations('tasks')
  const words = useTranslations('words')
  const sayFor = (assignee: string) => {
    const sector = SECTORS.find((known) => assignee === `partner:${known}`)
    if (sector) return t('suggested.for.sector', { sector: words(`sector.${sector}`) })
    if (assignee === 'each-partner') return t('suggested.for.each')
    return t(assignee === 'any-partner' ? 'suggested.for.any' : 'suggested.for.coordinator')
  }
  return (
    <ul role="list" className="rows">
      {step.tasks.map(({ id, title, assignee, week }) => (
        <li key={id} className="row">
          <span>
            {title}{' '}
            <span className="muted small">
              {sayFor(assignee)}, {t('suggested.week', { weeks: week })}
            </span>
          </span>
          {taken.includes(id) ? (
            <span className="muted small">{t('suggested.taken')}</span>
          ) : (
            <ActionForm action={takeOver} requestKey={crypto.randomUUID()}>
              <input type="hidden" name="regionId" value={region.id} />
              <input type="hidden" name="suggestion" value={id} />
              <Button tone="quiet" size="small">
                {t('suggested.take')}
                <span className="visually-hidden">: {title}</span>
              </Button>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  )
}
