import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { getRound } from '@/lib/assessment/data'
import { getRoundDesk } from '@/lib/assessment/desk'
import { requireViewer } from '@/lib/auth/current'
import { fromDay } from '@/lib/dates/days'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getFormatter, getLocale, getTranslations } from '@/lib/i18n/server'
import { redirect } from 'next/navigation'
import { DraftPlan } from './draft-plan'
import { OpenRound } from './open-round'
import { RoundResults } from './results'
import '../rounds.css'

export async function generateMetadata() {
  return { title: (await getTranslations('rounds'))('title') }
}

export default async function RoundPage({ params }: PageProps<'/regions/[region]/rounds/[round]'>) {
  const [{ region: slug, round: id }, viewer, locale, t, format] = await Promise.all([
    params,
    requireViewer(),
    getLocale(),
    getTranslations('rounds'),
    getFormatter(),
  ])
  const found = await orNotFound(getRound(viewer, slug, id, locale))
  const { region, round, holds } = found
  const { state, kind, steps } = round
  if (kind === 'consensus' && state === 'open' && holds) {
    redirect(`/regions/${region.slug}/rounds/${id}/session`)
  }
  const desk = state === 'draft' ? await orNotFound(getRoundDesk(viewer, slug, locale)) : null
  const day = state === 'closed' ? round.closedOn : round.closesOn
  return (
    <>
      <PageHeader
        eyebrow={
          <Link href={`/regions/${region.slug}/rounds`}>
            {region.name} · {t('title')}
          </Link>
        }
        title={t('round.headline', {
          state,
          day: day ? format.dateTime(fromDay(day), { dateStyle: 'long' }) : '',
        })}
        lede={t('name', { kind, steps: steps.length })}
      />
      {desk && <DraftPlan found={found} desk={desk} />}
      <RoundResults found={found} userId={viewer.userId} />
      {state === 'open' && holds && <OpenRound found={found} />}
      {state === 'open' && !holds && (
        <Card>
          <p>{t('round.wait')}</p>
        </Card>
      )}
    </>
  )
}
