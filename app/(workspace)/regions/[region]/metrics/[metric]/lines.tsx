import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { getMetric } from '@/lib/metrics/data'
import type { LineRow } from '@/lib/metrics/lines/data'
import { LINED, spreadOverYears, stateOfShares } from '@/lib/metrics/lines/rules'
import { unline } from '../actions'
import { AdvanceForm } from './advance-form'
import { LineForm } from './line-form'

type Props = { found: Awaited<ReturnType<typeof getMetric>> }

/** The single things behind the number: what was held, or what was signed. */
export function Lines({ found }: Props) {
  const t = useTranslations('metrics')
  const { region, metric, lines, keeps } = found
  const { id } = metric.words
  if (id === 'learners_reached') {
    return (
      <p className="muted">
        {t('line.learnersElsewhere')}{' '}
        <Link href={`/regions/${region.slug}/metrics/trainings_delivered#lines`}>
          {t('line.toTrainings')}
        </Link>
      </p>
    )
  }
  const lined = LINED.find((known) => known === id)
  if (!lined) return null
  return (
    <Card title={t(`line.title.${lined}`)} id="lines">
      <div className="stack">
        <p className="muted">{t(lines.length > 0 ? 'line.lede' : 'line.none')}</p>
        <ul role="list" className="rows">
          {lines.map((line) => (
            <li key={line.id} className="row">
              <LineText line={line} />
              {keeps && <LineTools line={line} regionId={region.id} />}
            </li>
          ))}
        </ul>
        {lined === 'funding_leveraged' && <ByYear lines={lines} />}
        {keeps && (
          <Disclosure summary={t(`line.add.${lined}`)}>
            <LineForm metric={lined} regionId={region.id} />
          </Disclosure>
        )}
      </div>
    </Card>
  )
}

function LineText({ line }: { line: LineRow }) {
  const t = useTranslations('metrics')
  const format = useFormatter()
  const date = (day: string) => format.dateTime(fromDay(day), { dateStyle: 'medium' })
  const money = (value: number, currency: string) =>
    format.number(value, { style: 'currency', currency })
  const { amount, currency, rate, rateOn, rateSource, euros, learners, stage, kind } = line
  const facts = [
    date(line.day),
    kind && t(`part.${kind}` as 'part.micro'),
    stage && t(`line.stage.${stage}`),
    learners !== null && t('line.learnersCount', { count: learners }),
    amount !== null && money(amount, currency),
    line.fromYear !== null &&
      t('line.years', { from: String(line.fromYear), to: String(line.toYear) }),
  ].filter((fact) => typeof fact === 'string' && fact !== '')
  return (
    <div className="stack stack-tight">
      <strong>{line.title}</strong>
      <span className="small">{facts.join(' · ')}</span>
      {rate !== null && rateOn !== null && euros !== null && (
        <span className="muted small">
          {t('line.rate', {
            ...{ euros: money(euros, 'EUR'), currency, day: date(rateOn), source: rateSource },
            rate: format.number(rate, { maximumFractionDigits: 8 }),
          })}
        </span>
      )}
      {line.jointKey !== null && (
        <span className="muted small">
          {t(`line.joint.${stateOfShares([line.shared ?? line.share])}`, {
            ...{ share: line.share, shared: line.shared ?? line.share },
            ...{ regions: line.regions ?? 1, key: line.jointKey },
          })}
        </span>
      )}
    </div>
  )
}

function LineTools({ line, regionId }: { line: LineRow; regionId: string }) {
  const t = useTranslations('metrics')
  return (
    <div className="cluster no-print">
      {(line.stage === 'applied' || line.stage === 'secured') && (
        <AdvanceForm line={line} regionId={regionId} />
      )}
      <ActionForm action={unline} requestKey={crypto.randomUUID()} keepsDraft={false}>
        <input type="hidden" name="regionId" value={regionId} />
        <input type="hidden" name="id" value={line.id} />
        <Button tone="plain">
          {t('line.drop')}
          <span className="visually-hidden">: {line.title}</span>
        </Button>
      </ActionForm>
    </div>
  )
}

function ByYear({ lines }: { lines: LineRow[] }) {
  const t = useTranslations('metrics')
  const format = useFormatter()
  const years = spreadOverYears(lines)
  if (years.length === 0) return null
  return (
    <div className="stack stack-tight">
      <h3 className="small">{t('line.byYear')}</h3>
      <ul role="list" className="cluster small">
        {years.map(({ year, euros }) => (
          <li key={year}>
            {year}: {format.number(euros, { style: 'currency', currency: 'EUR' })}
          </li>
        ))}
      </ul>
    </div>
  )
}
