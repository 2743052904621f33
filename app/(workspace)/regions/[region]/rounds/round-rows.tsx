import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import type { RoundSummary } from '@/lib/assessment/data'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'

interface Props {
  rounds: RoundSummary[]
  home: string
  /** Whether the reader may open a round at all: staff see that they are held, and levels. */
  reads: boolean
}

/** The rounds of a region with what each of them is waiting for. */
export function RoundRows({ rounds, home, reads }: Props) {
  const t = useTranslations('rounds')
  const format = useFormatter()
  const say = (day: string | null) =>
    day ? format.dateTime(fromDay(day), { dateStyle: 'long' }) : ''
  return (
    <ul role="list" className="rows">
      {rounds.map((round) => {
        const { id, kind, state, closesOn, closedOn, steps, asked, answered, seat } = round
        const name = t('name', { kind, steps: steps.length })
        return (
          <li key={id} className="row">
            <span>
              {reads ? <Link href={`${home}/${id}`}>{name}</Link> : name}
              <br />
              <span className="muted small">
                {state === 'draft' && t('draftLine')}
                {state === 'open' && t('openLine', { day: say(closesOn), asked })}
                {state === 'closed' && t('closedLine', { day: say(closedOn), asked, answered })}
              </span>
            </span>
            <span className="cluster">
              {state === 'open' && seat === 'asked' && (
                <LinkButton size="small" href={`${home}/${id}/answer`}>
                  {t('answer')}
                </LinkButton>
              )}
              {state === 'open' && seat === 'answered' && (
                <LinkButton size="small" tone="quiet" href={`${home}/${id}/answer`}>
                  {t('answered')}
                </LinkButton>
              )}
              <Chip tone={state === 'open' ? 'due' : state === 'closed' ? 'good' : 'outline'}>
                {t(`state.${state}`)}
              </Chip>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
