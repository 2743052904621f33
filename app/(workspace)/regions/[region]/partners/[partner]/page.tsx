import { cache } from 'react'
import { z } from 'zod'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { Denial } from '@/lib/errors'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations } from '@/lib/i18n/server'
import { getPartner } from '@/lib/partners/data'
import '../partners.css'
import { Contacts } from './contacts'
import { EditPartner } from './edit-partner'
import { Nearness } from './nearness'
import { PartnerFacts, Website } from './partner-facts'
import { PartnerNotices } from './partner-notices'
import { Relations } from './relations'

/** One load serves the head and the body of the page. */
const load = cache(async (slug: string, id: string) => {
  const viewer = await requireViewer()
  const isId = z.uuid().safeParse(id).success
  return orNotFound(isId ? getPartner(viewer, slug, id) : Promise.reject(new Denial('not-found')))
})

export async function generateMetadata(props: PageProps<'/regions/[region]/partners/[partner]'>) {
  const { region, partner } = await props.params
  return { title: (await load(region, partner)).partner.name }
}

export default async function PartnerPage(
  props: PageProps<'/regions/[region]/partners/[partner]'>,
) {
  const [{ region: slug, partner: id }, t, words] = await Promise.all([
    props.params,
    getTranslations('partners'),
    getTranslations('words'),
  ])
  const found = await load(slug, id)
  const { region, partner, people, mayKeep, mayEdit } = found
  const home = `/regions/${region.slug}`
  const sector = words(`sector.${partner.sector}`)
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`${home}/partners`}>{t('pageTitle', { region: region.name })}</Link>}
        title={partner.name}
        lede={partner.kind}
      >
        <p className="cluster">
          <Chip>
            {partner.subtype ? `${sector}: ${words(`subtype.${partner.subtype}`)}` : sector}
          </Chip>
          <Chip tone="outline">{words(`status.${partner.status}`)}</Chip>
          {partner.toCheck && <Chip tone="due">{t('one.toCheck')}</Chip>}
        </p>
      </PageHeader>
      <div className="split">
        <div className="stack">
          <PartnerNotices found={found} />
          {mayEdit && !partner.archived ? (
            <Card title={t(mayKeep ? 'one.edit' : 'one.editOwn')}>
              <EditPartner found={found} />
            </Card>
          ) : (
            <PartnerFacts partner={partner} />
          )}
        </div>
        <div className="stack">
          <Card title={t('one.people')}>
            {people.length === 0 && <p className="muted">{t('one.nobody')}</p>}
            <ul role="list" className="rows">
              {people.map((person) => (
                <li key={person.id}>{person.name || t('one.unnamed')}</li>
              ))}
            </ul>
            {mayEdit && !partner.archived && (
              <p>
                <LinkButton
                  href={`${home}/people?for=${partner.id}#invite`}
                  tone="quiet"
                  size="small"
                >
                  {t(mayKeep ? 'one.invite' : 'one.inviteColleague')}
                </LinkButton>
              </p>
            )}
            {mayEdit && partner.website && (
              <p>
                <Website url={partner.website} />
              </p>
            )}
          </Card>
          {mayEdit && <Contacts found={found} />}
          <Relations found={found} />
          <Nearness found={found} />
        </div>
      </div>
    </>
  )
}
