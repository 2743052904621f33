import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { bandOf } from '@/lib/assessment/change/rules'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { Round } from '@/lib/journey/confirmation/rules'
import type { StepFlag } from '@/lib/journey/rules'

interface Props {
  rounds: readonly Round[]
  flags: readonly StepFlag[]
  /** Address of the self-assessment; null for readers who have none. */
  href: string | null
}

/** How partners see a step: the latest round, what it asks for, and those before. */
export function PartnersSaid({ rounds, flags, href }: Props) {
  const t = useTranslations('results')
  const [latest, ...earlier] = rounds.toReversed()
  return (
    <Card title={t('said.title')}>
      {latest ? <Said round={latest} isLatest /> : <p className="muted">{t('said.none')}</p>}
      {flags.includes('partners_disagree') && <p>{t('said.disagree')}</p>}
      {flags.includes('views_differ') && <p>{t('said.differ')}</p>}
      {earlier.length > 0 && (
        <Disclosure summary={t('said.earlier')}>
          <ul role="list" className="rows">
            {earlier.map((round, index) => (
              <li key={index}>
                <Said round={round} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {href && (
        <div>
          <LinkButton href={href} tone="plain">
            {t('said.ask')}
          </LinkButton>
        </div>
      )}
    </Card>
  )
}

function Said({ round, isLatest = false }: { round: Round; isLatest?: boolean }) {
  const t = useTranslations('results')
  const bands = useTranslations('rounds')
  const format = useFormatter()
  const { kind, level, respondents: people, organisations } = round
  const day = format.dateTime(fromDay(round.closedOn), { dateStyle: 'long' })
  return (
    <div className="stack stack-tight">
      <p className="cluster">
        {level > 0 ? (
          <>
            <strong className={isLatest ? 'said-level' : undefined}>
              {format.number(level, { minimumFractionDigits: 1 })}
            </strong>
            <Chip>{bands(`band.${bandOf(level)}`)}</Chip>
          </>
        ) : (
          <span>{t('said.tooFew')}</span>
        )}
      </p>
      <p className="muted small">
        {day} ·{' '}
        {kind === 'consensus' ? t('said.session') : t('said.row', { people, organisations })}
      </p>
    </div>
  )
}
