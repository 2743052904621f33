import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { fromDay } from '@/lib/dates/days'
import { dayIn } from '@/lib/dates/rules'
import type { HandOver } from '@/lib/handover/data'
import { useFormatter, useTranslations } from '@/lib/i18n/server'

/** Where each of the eight steps stands, and since when. */
export function Standing({ found }: { found: HandOver }) {
  const t = useTranslations('handOver')
  const words = useTranslations('words')
  const format = useFormatter()
  const { guide, journey, facts, region, begun } = found
  const beginningOf = (slug: string) => {
    const at = begun.get(slug)
    return at ? dayIn(region.timeZone, at) : null
  }
  const day = (iso: string | null | undefined) =>
    iso ? (
      <time dateTime={iso}>{format.dateTime(fromDay(iso), { dateStyle: 'medium' })}</time>
    ) : (
      <span className="muted">–</span>
    )
  return (
    <Card title={t('standing.title')}>
      <Table id="standing" caption={t('standing.title')} captionHidden stack>
        <thead>
          <tr>
            <th scope="col">{t('standing.step')}</th>
            <th scope="col">{t('standing.state')}</th>
            <th scope="col">{t('standing.since')}</th>
            <th scope="col">{t('standing.lastEntry')}</th>
          </tr>
        </thead>
        <tbody>
          {guide.steps.map(({ slug, number, title }) => {
            const derived = journey.steps.find((step) => step.slug === slug)
            if (!derived) return null
            return (
              <tr key={slug}>
                <th scope="row">
                  <Link href={`/regions/${region.slug}/steps/${slug}`}>
                    {number}. {title}
                  </Link>
                </th>
                <td data-label={t('standing.state')}>
                  {[
                    words(`state.${derived.state}`),
                    ...derived.flags.map((flag) => words(`flag.${flag}`)),
                  ].join(', ')}
                </td>
                <td data-label={t('standing.since')}>
                  {day(
                    derived.confirmedSince ??
                      derived.reachedSince ??
                      (derived.state === 'in_progress' ? beginningOf(slug) : null),
                  )}
                </td>
                <td data-label={t('standing.lastEntry')}>{day(facts.lastEntryOn[slug])}</td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </Card>
  )
}
