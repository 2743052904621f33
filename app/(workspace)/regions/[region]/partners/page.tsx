import { getTranslations, useTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { listPartners } from '@/lib/partners/data'
import type { PartnerFilter } from '@/lib/partners/listing/rules'
import { PARTNER_STATUSES, SECTORS } from '@/lib/partners/rules'
import { SectorCoverageCard } from './coverage'
import { PartnerFilterForm } from './partner-filter'
import { PartnerTable } from './partner-table'
import './partners.css'

const PAGE_SIZE = 100

export async function generateMetadata() {
  return { title: (await getTranslations('partners'))('title') }
}

export default async function PartnersPage(props: PageProps<'/regions/[region]/partners'>) {
  const [{ region: slug }, asked, viewer, t] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getTranslations('partners'),
  ])
  const filter = readFilter(asked)
  const found = await orNotFound(listPartners(viewer, slug, filter))
  const { region, partners, coverage, total, setAside, mayKeep } = found
  const home = `/regions/${region.slug}/partners`
  const covered = SECTORS.filter((sector) => coverage.sectors[sector].coverage === 'covered').length
  const addLink = mayKeep && <LinkButton href={`${home}/new`}>{t('add')}</LinkButton>
  const pages = Math.max(1, Math.ceil(partners.length / PAGE_SIZE))
  const page = Math.min(pages, Math.max(1, Math.floor(Number(single(asked.page))) || 1))
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`/regions/${region.slug}`}>{region.name}</Link>}
        title={t('headline', { covered })}
        lede={t('lede')}
        actions={total > 0 && addLink}
      />
      {total === 0 && setAside === 0 ? (
        <EmptyState title={t('empty.title')} action={addLink}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : (
        <div className="split partners-split">
          <SectorCoverageCard coverage={coverage} />
          <Card
            title={t('list', { total: filter.archived ? setAside : total })}
            aside={
              isNarrowed(filter) && (
                <span className="muted small">{t('found', { shown: partners.length })}</span>
              )
            }
          >
            <PartnerFilterForm filter={filter} home={home} />
            {partners.length === 0 ? (
              <p className="muted">{t('nothingFits')}</p>
            ) : (
              <PartnerTable
                partners={partners.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
                home={home}
              />
            )}
            {pages > 1 && <Pages page={page} pages={pages} asked={asked} home={home} />}
            {(setAside > 0 || filter.archived) && (
              <p className="small">
                {t('setAside', { count: setAside })}.{' '}
                <Link href={filter.archived ? home : `${home}?aside=1`}>
                  {t(filter.archived ? 'showPresent' : 'showSetAside')}
                </Link>
              </p>
            )}
          </Card>
        </div>
      )}
    </>
  )
}

type Asked = Record<string, string | string[] | undefined>

function Pages(props: { page: number; pages: number; asked: Asked; home: string }) {
  const { page, pages, asked, home } = props
  const t = useTranslations('partners')
  const at = (wanted: number) => {
    const kept = ['q', 'sector', 'status', 'aside'].flatMap((key) => {
      const value = single(asked[key])
      return value ? [[key, value] as [string, string]] : []
    })
    return `${home}?${new URLSearchParams([...kept, ['page', String(wanted)]])}`
  }
  return (
    <nav aria-label={t('pages')} className="cluster">
      {page > 1 && (
        <LinkButton tone="quiet" size="small" href={at(page - 1)}>
          {t('earlier')}
        </LinkButton>
      )}
      <span className="muted small">{t('page', { page, pages })}</span>
      {page < pages && (
        <LinkButton tone="quiet" size="small" href={at(page + 1)}>
          {t('later')}
        </LinkButton>
      )}
    </nav>
  )
}

function isNarrowed({ search, sector, status }: PartnerFilter) {
  return search !== '' || sector !== null || status !== null
}

/** Unknown words in the address narrow nothing. */
function readFilter(asked: Asked): PartnerFilter {
  return {
    search: (single(asked.q) ?? '').slice(0, 200),
    sector: SECTORS.find((sector) => sector === single(asked.sector)) ?? null,
    status: PARTNER_STATUSES.find((status) => status === single(asked.status)) ?? null,
    archived: single(asked.aside) === '1',
  }
}

function single(value: string | string[] | undefined) {
  return Array.isArray(value) ? value[0] : value
}
