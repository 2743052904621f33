import { getTranslations } from '@/lib/i18n/server'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextField } from '@/components/ui/field'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { listUsers } from '@/lib/people/programme/users'
import { ProgrammeInvitations } from './programme-invitations'
import { UserTable } from './user-table'

const HOME = '/admin/people'

export async function generateMetadata() {
  return { title: (await getTranslations('admin'))('people.title') }
}

export default async function ProgrammePeoplePage(props: PageProps<'/admin/people'>) {
  const [asked, viewer, t] = await Promise.all([
    props.searchParams,
    requireViewer(),
    getTranslations('admin'),
  ])
  const search = (single(asked.q) ?? '').slice(0, 200).replaceAll('\0', '')
  const after = (single(asked.after) ?? '').slice(0, 254).replaceAll('\0', '') || null
  const { users, more, invitations, now } = await orNotFound(listUsers(viewer, { search, after }))
  return (
    <>
      <PageHeader title={t('people.title')} lede={t('people.lede')} />
      <div className="split">
        <Card title={t('people.list')}>
          <form action={HOME} role="search" className="stack">
            <TextField name="q" type="search" label={t('people.search')} defaultValue={search} />
            <div className="cluster">
              <Button tone="quiet">{t('people.apply')}</Button>
              {(search || after) && (
                <LinkButton tone="plain" href={HOME}>
                  {t('people.clear')}
                </LinkButton>
              )}
            </div>
          </form>
          {users.length === 0 ? (
            <p className="muted">{t('people.none')}</p>
          ) : (
            <UserTable users={users} now={now} />
          )}
          <nav aria-label={t('people.list')} className="cluster">
            {after && (
              <LinkButton tone="quiet" size="small" href={at(search, null)}>
                {t('people.first')}
              </LinkButton>
            )}
            {more && (
              <LinkButton tone="quiet" size="small" href={at(search, more)}>
                {t('people.next')}
              </LinkButton>
            )}
          </nav>
        </Card>
        <ProgrammeInvitations invitations={invitations} />
      </div>
    </>
  )
}

function at(search: string, after: string | null) {
  return `${HOME}?${new URLSearchParams({ ...(search && { q: search }), ...(after && { after }) })}`
}

function single(value: string | string[] | undefined) {
  return Array.isArray(value) ? value[0] : value
}
