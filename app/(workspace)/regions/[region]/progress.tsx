import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { addMonths, monthsBetween } from '@/lib/dates/rules'
import { fromDay } from '@/lib/dates/days'
import { progressSeries } from '@/lib/journey/derived/rules'
import type { RegionJourney } from '@/lib/journey/data'
import { ProgressChart } from './progress-chart'
import { ProgressTable } from './progress-table'

/** The chart looks back this far, and never to before the journey began. */
const MOST_MONTHS = 12

/** How far the journey has come over the last months, as a drawing and as a table. */
export function Progress({ found }: { found: RegionJourney }) {
  const t = useTranslations('journey')
  const format = useFormatter()
  const { guide, facts, today, region } = found
  const begun = region.startedOn && region.startedOn <= today ? region.startedOn : today
  const months = Math.min(MOST_MONTHS, monthsBetween(begun, today))
  const days = Array.from({ length: months + 1 }, (_, index) => addMonths(today, index - months))
  const series = progressSeries(guide.steps, facts.ticks, facts.milestones, days)
  const points = series.map(({ day, region }) => ({
    day,
    label: format.dateTime(fromDay(day), { month: 'short', year: '2-digit' }),
    date: format.dateTime(fromDay(day), { dateStyle: 'medium' }),
    value: region,
    percent: format.number(region / 100, { style: 'percent' }),
  }))
  const from = points[0]?.value ?? 0
  const to = points.at(-1)?.value ?? 0
  const title = t('progress.title', { from, to, months, same: from === to ? 'yes' : 'no' })
  const name = t('progress.name')
  return (
    <Card title={title}>
      {months > 0 && <ProgressChart points={points} name={name} />}
      <p className="muted small">{t('progress.note')}</p>
      <Disclosure summary={t('progress.table')}>
        <ProgressTable
          points={points}
          words={{ name, month: t('progress.month'), value: t('progress.value') }}
        />
      </Disclosure>
    </Card>
  )
}
