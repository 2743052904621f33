import { useTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import { NeedSentence } from '@/components/needs/need-sentence'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/button'
import type { RegionJourney } from '@/lib/journey/data'
import type { RegionNeeds } from '@/lib/needs/rules'
import { dayQuery } from './look-back'
import { PartnerNeeds } from './partner-needs'

/** What the checklists still need: the most pressing step in full, the others by their summary. */
export function NeedsCard({ needs, found }: { needs: RegionNeeds; found: RegionJourney }) {
  const t = useTranslations('journey')
  const { guide, partners, today, region } = found
  const shown = { guide, partners, today }
  const open = needs.steps.filter(
    ({ summary: { values } }) => values.missing + values.openGates > 0,
  )
  const [first, ...others] = open.length > 0 ? open : needs.steps
  if (!first) {
    return (
      <Card title={t('needs.title')}>
        <p className="muted">{t('needs.nothing')}</p>
        {found.partnerNeeds.length > 0 && (
          <ul role="list" className="rows">
            <PartnerNeeds found={found} />
          </ul>
        )}
      </Card>
    )
  }
  const title = guide.steps.find(({ slug }) => slug === first.step)?.title ?? ''
  return (
    <Card title={t('needs.stepTitle', { n: first.number })}>
      <p className="muted small">{title}</p>
      <ul role="list" className="rows">
        {first.lines.map((line) => (
          <li key={`${line.key}-${line.subject}`}>
            <NeedSentence line={line} {...shown} />
          </li>
        ))}
        <PartnerNeeds found={found} />
      </ul>
      <p className="cluster">
        <LinkButton href={`/regions/${region.slug}/steps/${first.step}${dayQuery(found)}`}>
          {t('needs.open', { n: first.number })}
        </LinkButton>
      </p>
      {others.length > 0 && (
        <>
          <h3 className="needs-also">{t('needs.also')}</h3>
          <ul role="list" className="rows small">
            {others.slice(0, 4).map(({ step, summary }) => (
              <li key={step}>
                <Link href={`/regions/${region.slug}/steps/${step}${dayQuery(found)}`}>
                  <NeedSentence line={summary} {...shown} />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
