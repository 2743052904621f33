import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import type { RegionEvidence } from '@/lib/evidence/data'
import { useTranslations } from '@/lib/i18n/server'
import { placeOfEntry } from '@/lib/journey/own/rules'

/** What is done or reached and has nothing to show for it, step by step. */
export function WithoutEvidence({ found }: { found: RegionEvidence }) {
  const t = useTranslations('evidence')
  const { region, steps, without } = found
  const isBegun =
    region.ticks.some(({ state }) => state === 'done') ||
    region.milestones.some(({ state }) => state === 'reached')
  const byStep = Map.groupBy(without, ({ step }) => step)
  return (
    <Card title={t('list.without', { count: without.length })} id="without">
      {without.length > 0 ? (
        <p className="muted">{t('list.withoutLede')}</p>
      ) : (
        <p className="muted">{t(isBegun ? 'list.withoutNone' : 'list.withoutStart')}</p>
      )}
      {steps
        .filter(({ slug }) => byStep.has(slug))
        .map((step) => (
          <section key={step.slug} data-part={step.part}>
            <h3>
              {step.number} {step.title}
            </h3>
            <ul role="list" className="rows">
              {byStep.get(step.slug)?.map(({ id, title }) => (
                <li key={id}>
                  <Link
                    href={`${placeOfEntry(region.slug, id)}#evidence`}
                    className="evidence-link"
                  >
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Card>
  )
}
