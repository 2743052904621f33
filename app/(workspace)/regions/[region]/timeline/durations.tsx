import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { fromDay } from '@/lib/dates/days'
import { daysBetween } from '@/lib/dates/rules'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { daysByState } from '@/lib/journey/durations/rules'
import { STEP_STATES } from '@/lib/journey/rules'
import type { Timeline } from '@/lib/journey/timeline/data'

/** How many days each step has spent in each state, as strips and as a table. */
export function Durations({ found: { steps, span, durations } }: { found: Timeline }) {
  const t = useTranslations('time')
  const words = useTranslations('words')
  const format = useFormatter()
  const whole = daysBetween(span.from, span.to)
  const from = format.dateTime(fromDay(span.from), { dateStyle: 'medium' })
  return (
    <Card title={t('durations.title', { days: whole, from })}>
      <Table id="durations" caption={t('durations.caption')} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t('durations.step')}</th>
            {STEP_STATES.map((state) => (
              <th key={state} scope="col" className="number">
                {words(`state.${state}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map(({ slug, number, title, part }) => {
            const stretches = durations.find((one) => one.slug === slug)?.stretches ?? []
            const days = daysByState(stretches)
            return (
              <tr key={slug} data-part={part}>
                <th scope="row">
                  {number} {title}
                  <svg aria-hidden="true" className="durations-strip" width="100%" height="10">
                    {stretches.map((stretch) => (
                      <rect
                        key={stretch.from}
                        data-state={stretch.state}
                        x={`${(100 * daysBetween(span.from, stretch.from)) / whole}%`}
                        width={`${(100 * stretch.days) / whole}%`}
                        height="10"
                      />
                    ))}
                  </svg>
                </th>
                {STEP_STATES.map((state) => (
                  <td key={state} className="number">
                    {days[state] === 0 ? '–' : format.number(days[state])}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </Table>
    </Card>
  )
}
