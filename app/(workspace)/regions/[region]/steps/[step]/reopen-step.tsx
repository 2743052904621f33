import { ActionForm } from '@/components/forms/action-form'
import { KeptTextArea } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { GuideStep } from '@/lib/guidebook/rules'
import { useTranslations } from '@/lib/i18n/server'
import type { RegionJourney } from '@/lib/journey/data'
import { reopen } from './actions'
import { ChosenEntries } from './chosen-entries'

/** What is done in a reached step can be opened again, with a reason. */
export function ReopenStep({ found, step }: { found: RegionJourney; step: GuideStep }) {
  const t = useTranslations('step')
  const { ticks, milestones } = found.facts
  const done = [
    ...step.items.flatMap(({ id, label }) => {
      const row = ticks.find(({ item, state }) => item === id && state === 'done')
      return row ? [{ id, title: label, version: row.version }] : []
    }),
    ...step.milestones.flatMap(({ id, title }) => {
      const row = milestones.find((one) => one.milestone === id && one.state === 'reached')
      return row ? [{ id, title, version: row.version }] : []
    }),
  ]
  return (
    <Card>
      <Disclosure summary={t('reopening.summary')}>
        <p className="muted small">{t('reopening.lede')}</p>
        <ActionForm action={reopen} requestKey={crypto.randomUUID()} className="stack">
          <input type="hidden" name="regionId" value={found.region.id} />
          <input type="hidden" name="step" value={step.slug} />
          <ChosenEntries legend={t('reopening.what')} entries={done} />
          <KeptTextArea
            id={`reopen-${step.slug}`}
            name="reason"
            label={t('reopening.reason')}
            maxLength={500}
          />
          <div>
            <Button tone="quiet" size="small">
              {t('reopening.do')}
            </Button>
          </div>
        </ActionForm>
      </Disclosure>
    </Card>
  )
}
