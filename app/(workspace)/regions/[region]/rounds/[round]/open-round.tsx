import { ActionForm } from '@/components/forms/action-form'
import { KeptDate } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import type { RoundFound } from '@/lib/assessment/data'
import { useTranslations } from '@/lib/i18n/server'
import { VALID_ROUND } from '@/lib/journey/confirmation/rules'
import { close, extend } from '../actions'
import { JoinLink } from './join-link'
import { Numbers } from './numbers'
import { Which } from './which'

/** An open round for its coordinator: how many have answered, more days, the link, the end. */
export function OpenRound({ found }: { found: RoundFound }) {
  const t = useTranslations('rounds')
  const { round, closing, progress, people } = found
  const canExtend = round.closesOn !== null && round.closesOn < closing.last
  const isSmall = (progress?.answered ?? 0) < VALID_ROUND.respondents
  return (
    <div className="split">
      <div className="stack stack-wide">
        {progress && <Numbers progress={progress} />}
        <Card title={t('open.asked', { count: people.length })}>
          <ul role="list" className="rows small">
            {people.map(({ partnerId, name, people: count }) => (
              <li key={partnerId} className="row">
                <span>{name}</span>
                <span className="muted">{t('open.people', { count })}</span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
      <div className="stack stack-wide">
        <JoinLink found={found} />
        {canExtend && (
          <Card title={t('open.extend')}>
            <ActionForm action={extend} requestKey={crypto.randomUUID()} className="stack">
              <Which found={found} />
              <KeptDate
                name="closesOn"
                label={t('fields.closesOn')}
                defaultValue={closing.last}
                min={round.closesOn ?? undefined}
                max={closing.last}
              />
              <div>
                <Button tone="quiet" size="small">
                  {t('open.extendGo')}
                </Button>
              </div>
            </ActionForm>
          </Card>
        )}
        <Card title={t('open.close')}>
          <p>{t(isSmall ? 'open.tooSmall' : 'open.closeText')}</p>
          {isSmall && (
            <p>
              <Link href={sessionFor(found)}>{t('session')}</Link>
            </p>
          )}
          <Disclosure summary={t('open.closeNow')}>
            <ActionForm action={close} requestKey={crypto.randomUUID()} className="stack">
              <Which found={found} />
              <p>{t('open.final')}</p>
              <div>
                <Button size="small">{t('open.closeGo')}</Button>
              </div>
            </ActionForm>
          </Disclosure>
        </Card>
      </div>
    </div>
  )
}

/** A session about the same steps. */
function sessionFor({ region, round }: RoundFound): string {
  const steps = new URLSearchParams(round.steps.map((step) => ['step', step]))
  return `/regions/${region.slug}/rounds/session/new?${steps}`
}
