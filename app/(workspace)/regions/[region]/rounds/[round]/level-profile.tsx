import { Chip } from '@/components/ui/chip'
import { Table } from '@/components/ui/table'
import { bandOf } from '@/lib/assessment/change/rules'
import type { RoundFound } from '@/lib/assessment/data'
import { changeOf } from '@/lib/assessment/results/rules'
import { useFormatter, useTranslations } from '@/lib/i18n/server'

type Steps = NonNullable<RoundFound['results']>['steps']

/** The levels of the steps on a track from 1 to 5, in a table that says the same. */
export function LevelProfile({ steps }: { steps: Steps }) {
  const t = useTranslations('results')
  const rounds = useTranslations('rounds')
  const format = useFormatter()
  const say = (level: number) => format.number(level, { minimumFractionDigits: 1 })
  return (
    <Table id="profile" caption={t('profile')} captionHidden stack="early">
      <thead>
        <tr>
          {(['step', 'level', 'band', 'change', 'people'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map(({ asked, result, before }) => {
          const change = changeOf(result, before)
          return (
            <tr key={asked.slug} data-part={asked.part}>
              <th scope="row">
                {asked.number}. {asked.title}
              </th>
              <td data-label={t('columns.level')}>
                {result.level === null ? (
                  <span className="muted">{rounds('levels.tooFew')}</span>
                ) : (
                  <span className="level-row">
                    <Track level={result.level} before={before?.level ?? null} />
                    {say(result.level)}
                  </span>
                )}
              </td>
              <td data-label={t('columns.band')}>
                {result.level !== null && (
                  <Chip part={asked.part}>{rounds(`band.${bandOf(result.level)}`)}</Chip>
                )}
              </td>
              <td data-label={t('columns.change')}>
                <span>
                  {change
                    ? t(`change.${change.direction}`, { from: say(change.from) })
                    : t('change.none')}
                  {result.lookBack !== null && (
                    <span className="muted small">
                      {' '}
                      {t('lookBack', { level: say(result.lookBack) })}
                    </span>
                  )}
                </span>
              </td>
              <td data-label={t('columns.people')}>
                {t('people', { people: result.respondents, organisations: result.organisations })}
              </td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

/** The figure beside it says the same, so the drawing is for the eye alone. */
function Track({ level, before }: { level: number; before: number | null }) {
  const at = (value: number) => 8 + ((value - 1) / 4) * 144
  return (
    <svg viewBox="0 0 160 20" className="level-track" aria-hidden="true">
      <path d="M8 10H152" className="level-line" />
      {[1, 2, 3, 4, 5].map((mark) => (
        <path key={mark} d={`M${at(mark)} 6V14`} className="level-line" />
      ))}
      {before !== null && <circle cx={at(before)} cy={10} r={5} className="level-before" />}
      <circle cx={at(level)} cy={10} r={6} className="level-now" />
    </svg>
  )
}
