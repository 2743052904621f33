import { ActionForm } from '@/components/forms/action-form'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations } from '@/lib/i18n/server'
import { listPartners } from '@/lib/partners/data'
import { filterOf, type RegisterAsked, registerFilterSchema } from '@/lib/partners/listing/schema'
import { SECTORS } from '@/lib/partners/rules'
import { changeChosen } from './actions'
import { Pages } from './pages'
import { PartnerFilterForm } from './partner-filter'
import { PartnerTable } from './partner-table'
import './partners.css'
import { PartnersNav } from './partners-nav'
import { WithChosen } from './with-chosen'

const PAGE_SIZE = 100

export async function generateMetadata() {
  return { title: (await getTranslations('partners'))('title') }
}

export default async function PartnersPage(props: PageProps<'/regions/[region]/partners'>) {
  const [{ region: slug }, searched, viewer, t] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getTranslations('partners'),
  ])
  const asked = registerFilterSchema.parse(searched)
  const found = await orNotFound(listPartners(viewer, slug, filterOf(asked)))
  const { region, partners, coverage, total, setAside, mayKeep } = found
  const home = `/regions/${region.slug}/partners`
  const covered = SECTORS.filter((sector) => coverage.sectors[sector].coverage === 'covered').length
  const addLinks = mayKeep && (
    <>
      <LinkButton href={`${home}/new`}>{t('add')}</LinkButton>
      <LinkButton href={`${home}/import`} tone="quiet">
        {t('bring')}
      </LinkButton>
    </>
  )
  const pages = Math.max(1, Math.ceil(partners.length / PAGE_SIZE))
  const page = Math.min(pages, asked.page)
  const chooses = mayKeep && !asked.aside
  const table = (
    <PartnerTable
      partners={partners.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
      home={home}
      chooses={chooses}
    />
  )
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`/regions/${region.slug}`}>{region.name}</Link>}
        title={t('headline', { covered })}
        lede={t('lede')}
        actions={total > 0 && addLinks}
      />
      <PartnersNav region={region.slug} here="register" mayKeep={mayKeep} />
      {total === 0 && setAside === 0 ? (
        <EmptyState title={t('empty.title')} action={addLinks}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : (
        <Card
          title={t('list', { total: asked.aside ? setAside : total })}
          aside={
            isNarrowed(asked) && (
              <span className="muted small">{t('found', { shown: partners.length })}</span>
            )
          }
        >
          <PartnerFilterForm asked={asked} home={home} />
          {partners.length === 0 && <p className="muted">{t('nothingFits')}</p>}
          {partners.length > 0 && !chooses && table}
          {partners.length > 0 && chooses && (
            <ActionForm
              action={changeChosen}
              requestKey={crypto.randomUUID()}
              className="stack"
              label={t('several.label')}
              keepsDraft={false}
            >
              <input type="hidden" name="regionId" value={region.id} />
              {table}
              <WithChosen />
            </ActionForm>
          )}
          {pages > 1 && <Pages page={page} pages={pages} kept={keptOf(searched)} home={home} />}
          <p className="cluster small">
            <a href={`${home}/export?format=xlsx`}>{t('asSpreadsheet')}</a>
            <a href={`${home}/export?format=csv`}>{t('asCsv')}</a>
            {(setAside > 0 || asked.aside) && (
              <span>
                {t('setAside', { count: setAside })}.{' '}
                <Link href={asked.aside ? home : `${home}?aside=1`}>
                  {t(asked.aside ? 'showPresent' : 'showSetAside')}
                </Link>
              </span>
            )}
            {mayKeep && total > 1 && <Link href={`${home}/merge`}>{t('mergeTwo')}</Link>}
          </p>
        </Card>
      )}
    </>
  )
}

function isNarrowed({ q, sector, status, size, mark }: RegisterAsked) {
  return [sector, status, size, mark].some((one) => one !== null) || q !== ''
}

const KEPT = ['q', 'sector', 'status', 'size', 'mark', 'sort', 'aside']

function keptOf(searched: Record<string, string | string[] | undefined>) {
  return KEPT.flatMap((key): [string, string][] => {
    const value = searched[key]
    return typeof value === 'string' && value ? [[key, value]] : []
  })
}
