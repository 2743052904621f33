import { getTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { listPeople } from '@/lib/people/data'
import { Invitations } from './invitations'
import { InviteForm } from './invite-form'
import { LeaveRegion } from './leave-region'
import { MemberTable } from './member-table'

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('title') }
}

export default async function PeoplePage(props: PageProps<'/regions/[region]/people'>) {
  const [{ region: slug }, asked, viewer, t] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getTranslations('people'),
  ])
  const found = await orNotFound(listPeople(viewer, slug))
  const { region, members, invitations, roles, organisations, membership } = found
  const coordinators = members.filter(({ role }) => role === 'coordinator').length
  const mayInvite = roles.length > 0 || organisations.length > 0
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`/regions/${region.slug}`}>{region.name}</Link>}
        title={t('headline', { count: members.length })}
        lede={t('lede', { coordinators })}
      />
      <div className="split">
        <div className="stack">
          {members.length === 0 ? (
            <EmptyState title={t('empty.title')}>
              <p>{t('empty.text')}</p>
            </EmptyState>
          ) : (
            <Card title={t('members')}>
              <MemberTable found={found} />
            </Card>
          )}
          {membership && (
            <LeaveRegion
              region={region}
              isLastCoordinator={membership.role === 'coordinator' && coordinators === 1}
            />
          )}
        </div>
        {(mayInvite || invitations.length > 0) && (
          <div className="stack">
            {mayInvite && <InviteForm found={found} partnerId={asked.for} />}
            <Invitations found={found} />
          </div>
        )}
      </div>
    </>
  )
}
