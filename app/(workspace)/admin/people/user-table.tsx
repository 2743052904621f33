import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { ActionForm, type FormAction } from '@/components/forms/action-form'
import { Button, LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { Table } from '@/components/ui/table'
import type { ProgrammeUser } from '@/lib/people/programme/users'
import { disable, enable, withdraw } from './actions'

const PLACES_SHOWN = 3

export function UserTable({ users, now }: { users: ProgrammeUser[]; now: Date }) {
  const t = useTranslations('admin')
  const format = useFormatter()
  return (
    <Table id="users" caption={t('people.list')} captionHidden stack>
      <thead>
        <tr>
          {(['name', 'places', 'lastSeen', 'change'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`people.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <th scope="row">
              <span className="cluster">
                {user.name || t('people.unnamed')}
                {user.isViewer && <Chip>{t('people.you')}</Chip>}
                {user.disabledAt && <Chip tone="outline">{t('people.barred')}</Chip>}
              </span>
              <span className="muted small font-normal">{user.email}</span>
            </th>
            <td data-label={t('people.columns.places')}>
              <Places user={user} />
            </td>
            <td data-label={t('people.columns.lastSeen')}>
              {user.lastSeenAt ? (
                <time dateTime={user.lastSeenAt.toISOString()}>
                  {format.relativeTime(user.lastSeenAt, now)}
                </time>
              ) : (
                <span className="muted">{t('people.never')}</span>
              )}
            </td>
            <td>{!user.isViewer && <UserActions user={user} />}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Places({ user }: { user: ProgrammeUser }) {
  const t = useTranslations('admin')
  const words = useTranslations('words')
  const { programmeRole, places } = user
  if (!programmeRole && places.length === 0) {
    return <span className="muted">{t('people.noPlace')}</span>
  }
  const hidden = places.length - PLACES_SHOWN
  return (
    <span className="stack stack-tight small">
      {programmeRole && <span>{words(`role.${programmeRole}`)}</span>}
      {places.slice(0, PLACES_SHOWN).map(({ slug, name, role }) => (
        <span key={slug}>{t('people.place', { role: words(`role.${role}`), region: name })}</span>
      ))}
      {hidden > 0 && <span className="muted">{t('people.more', { count: hidden })}</span>}
    </span>
  )
}

function UserActions({ user }: { user: ProgrammeUser }) {
  const t = useTranslations('admin')
  const name = user.name || user.email
  return (
    <Disclosure
      summary={
        <>
          {t('people.columns.change')}
          <span className="visually-hidden">: {name}</span>
        </>
      }
    >
      <div className="stack stack-tight">
        <UserAction user={user} action={user.disabledAt ? enable : disable}>
          {t(user.disabledAt ? 'people.enable' : 'people.disable')}
        </UserAction>
        {user.programmeRole && (
          <UserAction user={user} action={withdraw}>
            {t('people.withdraw')}
          </UserAction>
        )}
        <div>
          <LinkButton tone="quiet" size="small" href={`/admin/people/${user.id}/erase`}>
            {t('people.erase')}
            <span className="visually-hidden">: {name}</span>
          </LinkButton>
        </div>
      </div>
    </Disclosure>
  )
}

function UserAction(props: { user: ProgrammeUser; action: FormAction; children: string }) {
  const { user, action, children } = props
  return (
    <ActionForm action={action} requestKey={crypto.randomUUID()}>
      <input type="hidden" name="id" value={user.id} />
      <input type="hidden" name="version" value={user.version} />
      <Button tone="quiet" size="small">
        {children}
      </Button>
    </ActionForm>
  )
}
