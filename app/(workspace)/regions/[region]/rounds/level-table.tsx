import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { bandOf } from '@/lib/assessment/change/rules'
import type { listRounds } from '@/lib/assessment/data'
import { useFormatter, useTranslations } from '@/lib/i18n/server'

type Props = { found: Awaited<ReturnType<typeof listRounds>> }

/** The level of each step in the latest full round, as far as it may be shown. */
export function LevelTable({ found: { steps, levels, region } }: Props) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  return (
    <Table id="levels" caption={t('levels.caption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('levels.step')}</th>
          <th scope="col" className="number">
            {t('levels.level')}
          </th>
          <th scope="col">{t('levels.band')}</th>
          <th scope="col" className="number">
            {t('levels.respondents')}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ slug, number, part, title }) => {
          const row = levels.find(({ step }) => step === slug)
          return (
            <tr key={slug} data-part={part}>
              <th scope="row">
                <Link href={`/regions/${region.slug}/steps/${slug}`}>
                  {number}. {title}
                </Link>
              </th>
              <td className="number" data-label={t('levels.level')}>
                {row && row.level !== null
                  ? format.number(row.level, { minimumFractionDigits: 1 })
                  : '–'}
              </td>
              <td data-label={t('levels.band')}>
                {row && row.level !== null ? (
                  <Chip part={part}>{t(`band.${bandOf(row.level)}`)}</Chip>
                ) : (
                  <span className="muted">{t(row ? 'levels.tooFew' : 'levels.notAsked')}</span>
                )}
              </td>
              <td className="number" data-label={t('levels.respondents')}>
                {row?.respondents ?? '–'}
              </td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
