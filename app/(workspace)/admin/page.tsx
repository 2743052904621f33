import { getLocale, getTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getProgramme } from '@/lib/regions/data'

export async function generateMetadata() {
  return { title: (await getTranslations('admin'))('regions.title') }
}

export default async function AdminPage() {
  const [viewer, t, locale] = await Promise.all([
    requireViewer(),
    getTranslations('admin'),
    getLocale(),
  ])
  const { waiting, hasMore } = await orNotFound(getProgramme(viewer))
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  return (
    <>
      <PageHeader
        title={t('regions.headline', { waiting: waiting.length, more: hasMore ? 'yes' : 'no' })}
        lede={t('regions.lede')}
        actions={<LinkButton href="/admin/regions/new">{t('regions.add')}</LinkButton>}
      />
      <Card
        title={t('regions.waiting')}
        aside={<Link href="/compare">{t('regions.compare')}</Link>}
      >
        {waiting.length === 0 && <p className="muted">{t('regions.none')}</p>}
        <ul role="list" className="rows">
          {waiting.map(({ slug, name, country, invited }) => (
            <li key={slug} className="row">
              <span>
                <Link href={`/regions/${slug}`}>{name}</Link>
                <br />
                <span className="muted small">{countries.of(country)}</span>
              </span>
              <span className="cluster">
                <Chip tone={invited ? 'plain' : 'outline'}>
                  {t(invited ? 'regions.invited' : 'regions.notInvited')}
                </Chip>
                <LinkButton tone="quiet" size="small" href={`/regions/${slug}/people#invite`}>
                  {t('regions.invite')}
                  <span className="visually-hidden">: {name}</span>
                </LinkButton>
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
