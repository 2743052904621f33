import { getLocale, getTranslations, useTranslations } from '@/lib/i18n/server'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { seesAllRegions, type Viewer } from '@/lib/auth/rules'
import { readFlash } from '@/lib/evidence/flash'
import { listMyWork } from '@/lib/my/data'
import { JustDoneList } from './just-done-list'
import { MyList } from './my-list'
import { FollowedCard, MentionsCard } from './news-card'
import './my.css'

export async function generateMetadata() {
  return { title: (await getTranslations('my'))('title') }
}

export default async function MyPage() {
  const [viewer, locale, t, time] = await Promise.all([
    requireViewer(),
    getLocale(),
    getTranslations('my'),
    getTranslations('time'),
  ])
  const [{ rounds, cards, tasks, news, justDone, now }, flash] = await Promise.all([
    listMyWork(viewer, locale),
    readFlash(),
  ])
  const due = [
    ...cards,
    ...tasks.map(({ task, today }) => ({ dueOn: task.dueOn, today })),
    ...rounds.map(({ closesOn, today }) => ({ dueOn: closesOn, today })),
  ]
  const late = due.filter(({ dueOn, today }) => dueOn !== null && dueOn <= today).length
  return (
    <>
      <PageHeader
        eyebrow={t('greeting', { name: viewer.name.split(' ')[0] || 'none' })}
        title={<span aria-live="polite">{t('headline', { count: due.length, late })}</span>}
      />
      <JustDoneList entries={justDone} now={now} />
      <MentionsCard news={news} />
      {due.length === 0 && <Nothing viewer={viewer} />}
      {due.length > 0 && <MyList {...{ rounds, cards, tasks, flash }} userId={viewer.userId} />}
      <FollowedCard news={news} />
      {viewer.memberships.length > 0 && (
        <p className="small">
          <Link href="/my/calendar">{time('ownCalendar.title')}</Link>
        </p>
      )}
    </>
  )
}

function Nothing({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('my')
  const [region] = viewer.memberships
  const action = seesAllRegions(viewer) ? (
    <LinkButton href="/compare">{t('empty.compare')}</LinkButton>
  ) : (
    region && <LinkButton href={`/regions/${region.slug}`}>{t('empty.regions')}</LinkButton>
  )
  return (
    <EmptyState title={t('empty.title')} action={action}>
      {region || seesAllRegions(viewer) ? t('empty.text') : t('empty.none')}
    </EmptyState>
  )
}
