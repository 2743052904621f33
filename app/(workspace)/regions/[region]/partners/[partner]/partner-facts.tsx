import { Card } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { Partner } from '@/lib/partners/read'

/** What is known of an organisation, to read. */
export function PartnerFacts({ partner }: { partner: Partner }) {
  const t = useTranslations('partners')
  const words = useTranslations('words')
  const format = useFormatter()
  const yes = (holds: boolean) => (holds ? t('yes') : null)
  const { website, size, secondarySectors, gains } = partner
  return (
    <Card title={t('one.facts')}>
      <DefinitionList
        items={[
          { term: t('fields.city'), value: partner.city },
          { term: t('fields.website'), value: website && <Website url={website} /> },
          { term: t('fields.size'), value: size && t(`size.${size}`) },
          {
            term: t('fields.also'),
            value: format.list(secondarySectors.map((sector) => words(`sector.${sector}`))),
          },
          { term: t('fields.microPlayer'), value: yes(partner.microPlayer) },
          { term: t('fields.intermediary'), value: yes(partner.intermediary) },
          { term: t('fields.status'), value: words(`status.${partner.status}`) },
          { term: t('fields.gains'), value: format.list(gains.map((gain) => t(`gain.${gain}`))) },
          { term: t('fields.gainNote'), value: partner.gainNote },
          { term: t('fields.brings'), value: partner.brings },
          { term: t('fields.expects'), value: partner.expects },
        ]}
      />
    </Card>
  )
}

export function Website({ url }: { url: string }) {
  return (
    <a href={url} rel="noreferrer nofollow">
      {new URL(url).host}
    </a>
  )
}
