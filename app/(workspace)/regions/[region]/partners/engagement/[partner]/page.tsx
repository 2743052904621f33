import { cache } from 'react'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { getEngagement } from '@/lib/candid/engagement'
import { fromDay } from '@/lib/dates/days'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getFormatter, getTranslations } from '@/lib/i18n/server'
import { PartnersNav } from '../../partners-nav'
import { GiveAndGain } from '../give-and-gain'
import { ContactForm } from './contact-form'
import { TalkForm } from './talk-form'
import { Talks } from './talks'

const load = cache(async (slug: string, id: string) => {
  const viewer = await requireViewer()
  return orNotFound(getEngagement(viewer, slug, id))
})

type Props = PageProps<'/regions/[region]/partners/engagement/[partner]'>

export async function generateMetadata(props: Props) {
  const { region, partner } = await props.params
  return { title: (await load(region, partner)).partner.name }
}

export default async function PartnerEngagementPage(props: Props) {
  const [{ region: slug, partner: id }, t, format] = await Promise.all([
    props.params,
    getTranslations('engagement'),
    getFormatter(),
  ])
  const found = await load(slug, id)
  const { region, partner } = found
  const partners = `/regions/${region.slug}/partners`
  const heard = format.dateTime(fromDay(partner.signOn), { dateStyle: 'long' })
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`${partners}/engagement`}>{t('title')}</Link>}
        title={partner.name}
        lede={t('one.private')}
      >
        <p className="cluster">
          <Chip tone={partner.silent ? 'due' : 'plain'}>
            {t(partner.silent ? 'one.silentSince' : 'one.heardOn', { day: heard })}
          </Chip>
          {partner.firstCircle && <Chip tone="good">{t('table.inCircle')}</Chip>}
        </p>
        <PartnersNav region={region.slug} here="engagement" mayKeep />
      </PageHeader>
      <div className="split">
        <div className="stack">
          <Card title={t('talks.add')}>
            <TalkForm found={found} />
          </Card>
          <Card title={t('talks.title', { count: found.talks.length })}>
            <Talks found={found} />
          </Card>
        </div>
        <div className="stack">
          <Card title={t('next.title')}>
            <ContactForm found={found} />
          </Card>
          <Card title={t('sheet.short')}>
            <div className="stack">
              <GiveAndGain partner={partner} />
              <p className="cluster">
                <LinkButton tone="quiet" href={`${partners}/engagement/${partner.id}/sheet`}>
                  {t('sheet.open')}
                </LinkButton>
                <LinkButton tone="plain" href={`${partners}/${partner.id}`}>
                  {t('sheet.change')}
                </LinkButton>
              </p>
            </div>
          </Card>
          <p>
            <Link href={`${partners}/priorities/${partner.id}`}>{t('toPriorities')}</Link>
          </p>
        </div>
      </div>
    </>
  )
}
