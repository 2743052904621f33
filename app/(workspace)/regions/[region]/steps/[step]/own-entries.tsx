import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { GuideStep } from '@/lib/guidebook/rules'
import { useTranslations } from '@/lib/i18n/server'
import type { RegionJourney } from '@/lib/journey/data'
import { add, restore } from './own-actions'
import { OwnWords } from './own-forms'

interface Props {
  found: RegionJourney
  step: GuideStep
  kind: 'item' | 'milestone'
  mayPlan: boolean
}

/** Below a list: what the region set aside of its own, and the way to add something. */
export function OwnEntries({ found, step, kind, mayPlan }: Props) {
  const t = useTranslations('step')
  const aside = found.region.own.filter(
    (entry) => entry.step === step.slug && entry.kind === kind && entry.archived,
  )
  return (
    <>
      {aside.length > 0 && (
        <Disclosure summary={t('own.aside', { count: aside.length })}>
          <ul role="list" className="rows small">
            {aside.map(({ id, title, version }) => (
              <li key={id} className="row">
                <span>{title}</span>
                {mayPlan && (
                  <ActionForm action={restore} requestKey={crypto.randomUUID()} className="cluster">
                    <input type="hidden" name="regionId" value={found.region.id} />
                    <input type="hidden" name="id" value={id} />
                    <input type="hidden" name="version" value={version} />
                    <Button tone="quiet" size="small">
                      {t('own.restore')}
                      <span className="visually-hidden">: {title}</span>
                    </Button>
                  </ActionForm>
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {mayPlan && (
        <Disclosure summary={t(`own.add.${kind}`)}>
          <p className="muted small">{t('own.lede')}</p>
          <ActionForm action={add} requestKey={crypto.randomUUID()} className="stack">
            <input type="hidden" name="regionId" value={found.region.id} />
            <input type="hidden" name="step" value={step.slug} />
            <input type="hidden" name="kind" value={kind} />
            <OwnWords id={`new-${kind}`} kind={kind} />
            <div>
              <Button size="small">{t('own.save')}</Button>
            </div>
          </ActionForm>
        </Disclosure>
      )}
    </>
  )
}
