import { z } from 'zod'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { inAddress } from '@/lib/forms/fields'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations, useTranslations } from '@/lib/i18n/server'
import { listPeople } from '@/lib/people/data'
import { peopleFilterOf, peopleFilterSchema } from '@/lib/people/listing/schema'
import { MOST_PASTED } from '@/lib/people/pasted/rules'
import { Invitations } from './invitations'
import { InviteForm } from './invite-form'
import { LeaveRegion } from './leave-region'
import { MemberTable } from './member-table'
import { PeopleFilter } from './people-filter'
import './people.css'

const count = inAddress(z.coerce.number().int().min(0).max(MOST_PASTED))

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('title') }
}

export default async function PeoplePage(props: PageProps<'/regions/[region]/people'>) {
  const [{ region: slug }, searched, viewer, t] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getTranslations('people'),
  ])
  const asked = peopleFilterSchema.parse(searched)
  const found = await orNotFound(listPeople(viewer, slug, peopleFilterOf(asked)))
  const { region, members, total, invited, roles, organisations, membership } = found
  const mayInvite = roles.length > 0 || organisations.length > 0
  const hidesMembers = asked.show !== null && !['members', 'silent'].includes(asked.show)
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`/regions/${region.slug}`}>{region.name}</Link>}
        title={t('headline', { count: total })}
        lede={t('lede', { coordinators: found.coordinators })}
        actions={
          mayInvite && (
            <LinkButton href="#invite" tone="quiet">
              {t(found.asColleague ? 'invite.titleColleague' : 'invite.title')}
            </LinkButton>
          )
        }
      />
      <InvitedNotice
        invited={count.parse(searched.invited ?? null)}
        joined={count.parse(searched.joined ?? null)}
      />
      {searched.removed === '1' && (
        <Notice tone="good" title={t('ending.removed')}>
          <p>{t('ending.removedText')}</p>
        </Notice>
      )}
      <div className="split">
        <div className="stack">
          {total + invited > 0 && (
            <PeopleFilter
              asked={asked}
              home={`/regions/${region.slug}/people`}
              knowsActivity={found.knowsActivity}
              seesInvitations={invited > 0}
            />
          )}
          {total === 0 ? (
            <EmptyState title={t('empty.title')}>
              <p>{t('empty.text')}</p>
            </EmptyState>
          ) : (
            !hidesMembers && (
              <Card title={t('members')}>
                {members.length === 0 ? (
                  <p className="muted">{t('nobodyFits')}</p>
                ) : (
                  <MemberTable found={found} />
                )}
              </Card>
            )
          )}
          {(mayInvite || invited > 0) && <Invitations found={found} />}
          {membership && <LeaveRegion slug={region.slug} />}
        </div>
        {mayInvite && (
          <div className="stack">
            <InviteForm found={found} partnerId={searched.for} />
          </div>
        )}
      </div>
    </>
  )
}

/** What became of a list, where somebody comes from having sent one. */
function InvitedNotice({ invited, joined }: { invited: number | null; joined: number | null }) {
  const t = useTranslations('inviting')
  if (!invited) return null
  return (
    <Notice tone="good" title={t('done.title', { count: invited })}>
      <p>
        {t('done.text')} {joined ? t('done.joined', { count: joined }) : null}
      </p>
    </Notice>
  )
}
