import { useTranslations } from '@/lib/i18n/server'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { GuideStep } from '@/lib/guidebook/rules'

/** What the guidebook says of the step: why, tips, tools, ideas for tasks. */
export function Guidance({ step }: { step: GuideStep }) {
  const t = useTranslations('step')
  const tools = step.tools.filter((tool) => tool.form !== 'lost')
  return (
    <Card title={t('guidance.why')}>
      <p>{step.intro}</p>
      <h3>{t('guidance.tips')}</h3>
      <dl className="tips">
        {step.tips.map((tip) => (
          <div key={tip.id}>
            <dt>{tip.label}</dt>
            <dd className="muted">{tip.text}</dd>
          </div>
        ))}
      </dl>
      <Disclosure summary={t('guidance.tools', { count: tools.length })}>
        <ul>
          {tools.map((tool) => (
            <li key={tool.id}>
              {tool.name} <span className="muted">· {tool.category}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
      <Disclosure summary={t('guidance.tasks', { count: step.tasks.length })}>
        <ul>
          {step.tasks.map((task) => (
            <li key={task.id}>
              {task.title}{' '}
              <span className="muted">· {t('guidance.week', { week: task.week })}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Card>
  )
}
