import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { Timeline } from '@/lib/journey/timeline/data'

/** What the drawing shows, day by day. */
export function TimelineTable({ found: { steps, region } }: { found: Timeline }) {
  const t = useTranslations('time')
  const words = useTranslations('words')
  const format = useFormatter()
  const say = (day: string | null) =>
    day ? <time dateTime={day}>{format.dateTime(fromDay(day), { dateStyle: 'medium' })}</time> : '–'
  const [planned, actual, state] = [
    t('timeline.column.planned'),
    t('timeline.column.actual'),
    t('timeline.column.state'),
  ]
  return (
    <Disclosure summary={t('timeline.table')}>
      <Table id="timeline" caption={t('timeline.caption')} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t('timeline.column.what')}</th>
            <th scope="col">{planned}</th>
            <th scope="col">{actual}</th>
            <th scope="col">{state}</th>
          </tr>
        </thead>
        {steps.map((step) => (
          <tbody key={step.slug} data-part={step.part}>
            <tr>
              <th scope="row">
                <Link href={`/regions/${region.slug}/steps/${step.slug}`}>
                  {step.number} {step.title}
                </Link>
              </th>
              <td>
                {say(step.plan.startsOn)} → {say(step.plan.targetOn)}
              </td>
              <td>
                {say(step.begunOn)} → {say(step.reachedOn)}
              </td>
              <td>{words(`state.${step.state}`)}</td>
            </tr>
            {step.milestones.map((milestone) => (
              <tr key={milestone.id}>
                <td className="timeline-milestone-name">{milestone.title}</td>
                <td>{say(milestone.plannedOn)}</td>
                <td>{say(milestone.reachedOn)}</td>
                <td>{words(milestone.reachedOn ? 'milestone.reached' : 'milestone.planned')}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </Table>
    </Disclosure>
  )
}
