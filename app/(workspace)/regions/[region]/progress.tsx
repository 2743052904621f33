import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Table } from '@/components/ui/table'
import { addMonths } from '@/lib/dates/rules'
import { fromDay } from '@/lib/dates/days'
import { progressSeries } from '@/lib/journey/derived/rules'
import type { RegionJourney } from '@/lib/journey/data'
import { ProgressChart } from './progress-chart'

const MONTHS = 12

/** How far the journey has come over the last months, as a drawing and as a table. */
export async function Progress({ found }: { found: RegionJourney }) {
  const [t, format] = await Promise.all([getTranslations('journey'), getFormatter()])
  const { guide, facts, today } = found
  const days = Array.from({ length: MONTHS + 1 }, (_, index) => addMonths(today, index - MONTHS))
  const series = progressSeries(guide.steps, facts.ticks, facts.milestones, days)
  const points = series.map(({ day, region }) => ({
    day,
    label: format.dateTime(fromDay(day), { month: 'short', year: '2-digit' }),
    value: region,
  }))
  const from = points[0]?.value ?? 0
  const to = points.at(-1)?.value ?? 0
  return (
    <Card
      title={t('progress.title', { from, to, months: MONTHS, same: from === to ? 'yes' : 'no' })}
    >
      <ProgressChart points={points} name={t('progress.name')} />
      <p className="muted small">{t('progress.note')}</p>
      <Disclosure summary={t('progress.table')}>
        <Table id="progress" caption={t('progress.name')}>
          <thead>
            <tr>
              <th scope="col">{t('progress.month')}</th>
              <th scope="col">{t('progress.value')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ day, value }) => (
              <tr key={day}>
                <th scope="row">
                  <time dateTime={day}>
                    {format.dateTime(fromDay(day), { dateStyle: 'medium' })}
                  </time>
                </th>
                <td>{format.number(value / 100, { style: 'percent' })}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Disclosure>
    </Card>
  )
}
