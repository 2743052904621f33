import { OwnBeside } from '@/components/assessment/own-beside'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import type { RoundFound } from '@/lib/assessment/data'
import { responseOf, talkingPoints } from '@/lib/assessment/results/rules'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { SHOWN_FROM } from '@/lib/assessment/rules'
import { LevelProfile } from './level-profile'
import { MadeOfIt } from './made-of-it'
import { StepResult } from './step-result'

/** What partners said together in a closed round; everything in it may be shown to its readers. */
export function RoundResults({ found, userId }: { found: RoundFound; userId: string }) {
  const t = useTranslations('results')
  const format = useFormatter()
  const { round, results, region } = found
  const here = `/regions/${region.slug}/rounds/${round.id}`
  const { asked, answered } = round
  if (!results) return null
  const { share, isWeak } = responseOf(round)
  const isTooSmall = round.kind !== 'consensus' && round.answered < SHOWN_FROM
  const statements = results.steps.flatMap((step) => step.statements)
  const points = talkingPoints(statements)
  const words = new Map(found.asked.flatMap((step) => step.statements).map((one) => [one.id, one]))
  return (
    <div className="stack stack-wide">
      {isTooSmall && (
        <Notice tone="attention" title={t('tooSmall.title')}>
          <p>{t('tooSmall.text', { missing: SHOWN_FROM - round.answered })}</p>
        </Notice>
      )}
      <Card title={t('profile')}>
        {round.kind !== 'consensus' && (
          <p>{t('response', { asked, answered, share, weak: isWeak ? 'yes' : 'no' })}</p>
        )}
        {round.otherPartners && <p className="muted">{t('otherPartners')}</p>}
        <LevelProfile steps={results.steps} />
        <p className="no-print small">
          {t('download')} <a href={`${here}/export?format=xlsx`}>{t('asSpreadsheet')}</a>,{' '}
          <a href={`${here}/export?format=csv`}>{t('asCsv')}</a>.{' '}
          <span className="muted">{t('print')}</span>
        </p>
        <OwnBeside
          userId={userId}
          roundId={round.id}
          rows={statements.map(({ statement: id, median }) => ({
            ...{ id, text: words.get(id)?.text ?? '' },
            median: median === null ? null : format.number(median),
          }))}
          words={{
            ...{ title: t('own.title'), note: t('own.note'), statement: t('own.statement') },
            ...{ own: t('own.own'), group: t('own.group') },
            ...{ cannotJudge: t('own.cannotJudge'), tooFew: t('own.tooFew') },
          }}
        />
      </Card>
      {points.length > 0 && (
        <Card title={t('talk.title')}>
          <p className="muted">{t('talk.lede')}</p>
          <ol role="list" className="talking-points">
            {points.map(({ statement, reason }) => (
              <li key={statement} className="stack">
                <div>
                  <strong>{words.get(statement)?.text}</strong>
                  <br />
                  <span className="muted">{t(`talk.${reason}`)}</span>
                </div>
                <MadeOfIt
                  {...{ found, statement, place: 'talk' }}
                  about={words.get(statement)?.text ?? ''}
                />
              </li>
            ))}
          </ol>
        </Card>
      )}
      {results.steps.map((step) => (
        <StepResult
          key={step.asked.slug}
          found={found}
          step={step}
          comments={results.comments.filter((one) => one.step === step.asked.slug)}
        />
      ))}
    </div>
  )
}
