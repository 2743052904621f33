import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { RoundFound } from '@/lib/assessment/data'
import type { RoundDesk } from '@/lib/assessment/desk'
import { useTranslations } from '@/lib/i18n/server'
import { change, drop, open } from '../actions'
import { PlanFields } from '../plan-fields'
import { Which } from './which'

/** A draft: what it will ask, and the way to open it or to throw it away. */
export function DraftPlan({ found, desk }: { found: RoundFound; desk: RoundDesk }) {
  const t = useTranslations('rounds')
  const { round, people } = found
  const asked = people.reduce((sum, one) => sum + one.people, 0)
  return (
    <div className="split">
      <Card title={t('draft.plan')}>
        <ActionForm action={change} requestKey={crypto.randomUUID()} className="stack">
          <Which found={found} />
          <PlanFields
            desk={desk}
            plan={{ ...round, partners: people.map(({ partnerId }) => partnerId) }}
          />
          <div>
            <Button tone="quiet">{t('draft.keep')}</Button>
          </div>
        </ActionForm>
      </Card>
      <Card title={t('draft.open')}>
        <p>{t('draft.asks', { people: asked, organisations: people.length })}</p>
        <p className="muted">{t('draft.promise')}</p>
        <ActionForm action={open} requestKey={crypto.randomUUID()} className="stack">
          <Which found={found} />
          <div>
            <Button>{t('draft.go')}</Button>
          </div>
        </ActionForm>
        <ActionForm action={drop} requestKey={crypto.randomUUID()}>
          <Which found={found} />
          <Button tone="plain" size="small">
            {t('draft.drop')}
          </Button>
        </ActionForm>
      </Card>
    </div>
  )
}
