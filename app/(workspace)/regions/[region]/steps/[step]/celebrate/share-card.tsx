import Image from 'next/image'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { Celebration } from '@/lib/celebrate/rules'
import { LOCALES, nameOfLocale } from '@/lib/i18n/locales'
import { useLocale, useTranslations } from '@/lib/i18n/server'

interface Props {
  celebration: Celebration
  region: { slug: string; name: string }
}

/** The picture of a reached step: a look at it, and a file in each language of the product. */
export function ShareCard({ celebration: { step }, region }: Props) {
  const t = useTranslations('celebrate')
  const locale = useLocale()
  const picture = (wanted: string) =>
    `/regions/${region.slug}/steps/${step.slug}/card?locale=${wanted.slice(0, 2)}`
  return (
    <Card title={t('share.title')}>
      <p className="muted small">{t('share.lede')}</p>
      <Disclosure summary={t('share.show')}>
        {/* Drawn when it is looked at, not with every visit of the page. */}
        <Image
          unoptimized
          src={picture(locale)}
          alt={t('share.alt', { n: step.number, title: step.title, region: region.name })}
          width={1200}
          height={630}
          loading="lazy"
          className="share-picture"
        />
      </Disclosure>
      <p className="cluster">
        {LOCALES.map((one) => (
          <a key={one} href={picture(one)} download className="button button-quiet button-small">
            {t('share.download')} ({nameOfLocale(one)})
          </a>
        ))}
      </p>
    </Card>
  )
}
