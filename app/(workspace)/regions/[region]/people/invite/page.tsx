import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import '@/components/sheet/sheet.css'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale, getTranslations } from '@/lib/i18n/server'
import { listSeats } from '@/lib/people/seats'
import { MOST_PASTED } from '@/lib/people/pasted/rules'
import { SeatOptions, seatOfOthers } from '../seat-options'
import { inviteAll, look } from './actions'
import { ListFields } from './list-fields'
import { Preview } from './preview'

export async function generateMetadata() {
  return { title: (await getTranslations('inviting'))('title') }
}

export default async function InvitePage(props: PageProps<'/regions/[region]/people/invite'>) {
  const [{ region: slug }, viewer, t, locale] = await Promise.all([
    props.params,
    requireViewer(),
    getTranslations('inviting'),
    getLocale(),
  ])
  const seats = await orNotFound(listSeats(viewer, slug))
  const { region, roles, organisations } = seats
  if (roles.length + organisations.length === 0) notFound()
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`/regions/${slug}/people`}>{t('back', { region: region.name })}</Link>}
        title={t('title')}
        lede={t('lede')}
      />
      <div className="stack stack-wide">
        <Card>
          <ActionForm
            action={look}
            className="stack"
            after={
              <Preview
                action={inviteAll}
                regionId={region.id}
                requestKey={crypto.randomUUID()}
                words={{
                  title: t('preview.title'),
                  row: t('preview.row'),
                  who: t('preview.who'),
                  seat: t('preview.seat'),
                  faults: t('preview.faults'),
                  noAddress: t('preview.noAddress'),
                  keep: t('preview.keep'),
                  asks: t('asks.title'),
                  asksHint: t('asks.hint'),
                  choose: t('asks.choose'),
                }}
              />
            }
          >
            <input type="hidden" name="regionId" value={region.id} />
            <ListFields
              words={{
                list: t('list'),
                listHint: t('listHint', { most: MOST_PASTED }),
                seat: t('seat'),
                locale: t('locale'),
              }}
              seat={seatOfOthers(seats)}
              locale={locale}
            >
              <SeatOptions seats={seats} />
            </ListFields>
            <div className="cluster">
              <Button>{t('look')}</Button>
            </div>
          </ActionForm>
        </Card>
        <Card title={t('how.title')}>
          <ul className="stack stack-tight">
            <li>{t('how.mail')}</li>
            <li>{t('how.sheet')}</li>
            <li>{t('how.known')}</li>
          </ul>
        </Card>
      </div>
    </>
  )
}
