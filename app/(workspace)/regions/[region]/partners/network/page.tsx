import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getFormatter, getTranslations } from '@/lib/i18n/server'
import { getNetwork } from '@/lib/network/data'
import { networkAddress } from '@/lib/network/schema'
import { MOST_DRAWN } from '@/lib/network/picture/rules'
import { PartnersNav } from '../partners-nav'
import { AddRelation } from './add-relation'
import { InWords } from './in-words'
import { Legend } from './legend'
import './network.css'
import { NetworkFilter } from './network-filter'
import { NetworkPicture } from './network-picture'
import { NetworkTable } from './network-table'

export async function generateMetadata() {
  return { title: (await getTranslations('network'))('title') }
}

export default async function NetworkPage(props: PageProps<'/regions/[region]/partners/network'>) {
  const [{ region: slug }, searched, viewer, t, format] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getTranslations('network'),
    getFormatter(),
  ])
  const address = networkAddress.parse(searched)
  const found = await orNotFound(getNetwork(viewer, slug, address))
  const { region, view, drawing, since, mayKeep, own } = found
  const partners = `/regions/${region.slug}/partners`
  const { picture, isolated, total } = view
  const ownLink = own && (
    <LinkButton href={`${partners}/${own}#relations`} tone={mayKeep ? 'quiet' : 'primary'}>
      {t('sayOwn')}
    </LinkButton>
  )
  const names = format.list(isolated.slice(0, MOST_DRAWN).map(({ name }) => name))
  return (
    <>
      <PageHeader
        eyebrow={<Link href={partners}>{t('eyebrow', { region: region.name })}</Link>}
        title={t('headline', total)}
        lede={t('lede')}
        actions={
          found.known > 0 && (
            <>
              {mayKeep && <LinkButton href="#add">{t('add.title')}</LinkButton>}
              {ownLink}
            </>
          )
        }
      />
      <PartnersNav region={region.slug} here="network" mayKeep={mayKeep} />
      {found.known === 0 ? (
        <EmptyState title={t('empty.title')} action={<FirstStep {...{ partners, found }} />}>
          <p>{t(mayKeep ? 'empty.textKeeper' : own ? 'empty.textOwn' : 'empty.textReader')}</p>
        </EmptyState>
      ) : (
        <div className="stack stack-wide">
          <Card title={t('picture.title')}>
            <NetworkFilter found={found} address={address} home={`${partners}/network`} />
            {view.lines.length === 0 ? (
              <p className="muted">{t('picture.none')}</p>
            ) : (
              <div className="stack">
                <p className="small cluster">
                  <span className="muted">
                    {picture.left > 0
                      ? t('picture.most', { most: MOST_DRAWN, left: picture.left })
                      : t('picture.all', { organisations: picture.organisations.length })}
                  </span>
                  <Link href="#table">{t('picture.toTable')}</Link>
                </p>
                <NetworkPicture drawing={drawing} partners={partners} />
                <Legend compares={since !== null} />
              </div>
            )}
          </Card>
          <InWords found={found} partners={partners} />
          {view.lines.length > 0 && (
            <Card title={t('table.title', { count: view.lines.length })} id="table">
              <NetworkTable found={found} address={address} partners={partners} />
            </Card>
          )}
          {isolated.length > 0 && (
            <Card title={t('isolated.title', { count: isolated.length })}>
              <p>{names}</p>
              {isolated.length > MOST_DRAWN && (
                <p className="muted">
                  {t('isolated.more', { count: isolated.length - MOST_DRAWN })}
                </p>
              )}
            </Card>
          )}
        </div>
      )}
      {mayKeep && found.names.length > 1 && <AddRelation found={found} />}
    </>
  )
}

interface First {
  partners: string
  found: Awaited<ReturnType<typeof getNetwork>>
}

/** What somebody can do where nothing is known yet. */
async function FirstStep({ partners, found: { mayKeep, own, names } }: First) {
  const t = await getTranslations('network')
  if (own) return <LinkButton href={`${partners}/${own}#relations`}>{t('sayOwn')}</LinkButton>
  if (!mayKeep) return null
  return (
    <>
      {names.length > 1 ? (
        <LinkButton href="#add">{t('add.title')}</LinkButton>
      ) : (
        <LinkButton href={`${partners}/new`}>{t('empty.addPartner')}</LinkButton>
      )}
      <LinkButton href={`${partners}/import`} tone="quiet">
        {t('empty.bring')}
      </LinkButton>
    </>
  )
}
