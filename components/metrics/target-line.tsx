import type { MetricWords } from '@/lib/guidebook/metrics'
import type { TargetRow } from '@/lib/metrics/data'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { Amount } from './amount'

/** A target in words, with its bar only where a baseline says from where. */
export function TargetLine({ target, words }: { target: TargetRow; words: MetricWords }) {
  const t = useTranslations('metrics')
  const format = useFormatter()
  const { dueOn, progress, source } = target
  const due = dueOn
    ? t('target.due', { day: format.dateTime(fromDay(dueOn), { dateStyle: 'long' }) })
    : t('target.noDate')
  return (
    <div className="stack stack-tight">
      <p>
        <strong>
          {t('target.label')} <Amount value={target.value} words={words} />
        </strong>{' '}
        <span className="muted small">
          {due}
          {source && ` · ${source}`}
        </span>
      </p>
      {progress === null ? (
        <p className="muted small">{t('target.noBaseline')}</p>
      ) : (
        <div className="stack stack-tight" data-part="4">
          <progress className="meter" aria-hidden="true" max={100} value={Math.min(100, progress)}>
            {progress} %
          </progress>
          <span className="small">{t('target.progress', { percent: progress })}</span>
        </div>
      )}
    </div>
  )
}
