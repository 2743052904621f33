import { cache } from 'react'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { getGiveAndGain } from '@/lib/candid/engagement'
import { fromDay } from '@/lib/dates/days'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getFormatter, getTranslations } from '@/lib/i18n/server'
import { GiveAndGain } from '../../give-and-gain'

const load = cache(async (slug: string, id: string) => {
  const viewer = await requireViewer()
  return orNotFound(getGiveAndGain(viewer, slug, id))
})

type Props = PageProps<'/regions/[region]/partners/engagement/[partner]/sheet'>

export async function generateMetadata(props: Props) {
  const { region, partner } = await props.params
  return { title: (await load(region, partner)).partner.name }
}

/** A sheet to print and lay on the table; nothing of it is confidential. */
export default async function SheetPage(props: Props) {
  const [{ region: slug, partner: id }, t, format] = await Promise.all([
    props.params,
    getTranslations('engagement'),
    getFormatter(),
  ])
  const { region, partner } = await load(slug, id)
  const back = `/regions/${region.slug}/partners/engagement/${partner.id}`
  const day = format.dateTime(fromDay(region.today), { dateStyle: 'long' })
  return (
    <div className="reading">
      <PageHeader
        eyebrow={
          <>
            {region.name} · {day}{' '}
            <Link href={back} className="no-print">
              {t('sheet.back')}
            </Link>
          </>
        }
        title={t('sheet.title', { name: partner.name })}
        lede={t('sheet.lede')}
      />
      <Card>
        <GiveAndGain partner={partner} />
      </Card>
      <p className="muted small no-print">{t('sheet.print')}</p>
    </div>
  )
}
