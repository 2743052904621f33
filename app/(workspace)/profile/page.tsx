import { getTranslations, useLocale, useTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import { ActionForm } from '@/components/forms/action-form'
import { KeptSelect, KeptText } from '@/components/forms/kept-fields'
import { LocaleSelect } from '@/components/forms/locale-select'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { getProfile } from '@/lib/people/profile'
import { endOtherSessions, saveProfile } from './actions'
import { MailCard } from './mail-card'

type Profile = Awaited<ReturnType<typeof getProfile>>

export async function generateMetadata() {
  return { title: (await getTranslations('profile'))('title') }
}

export default async function ProfilePage() {
  const [viewer, t, words] = await Promise.all([
    requireViewer(),
    getTranslations('profile'),
    getTranslations('words'),
  ])
  const profile = await getProfile(viewer)
  return (
    <>
      <PageHeader title={t('title')} lede={t('lede')} />
      <div className="split">
        <Card title={t('about')}>
          <ProfileForm profile={profile} />
        </Card>
        <div className="stack">
          <MailCard profile={profile} />
          <Card title={t('regions.title')}>
            {viewer.programmeRole && (
              <p>{t('programmeRole', { role: words(`role.${viewer.programmeRole}`) })}</p>
            )}
            <Memberships memberships={profile.memberships} />
            {profile.memberships.length > 0 && (
              <p>
                <Link href="/my/calendar">{t('calendar')}</Link>
              </p>
            )}
          </Card>
          <Card title={t('sessions.title')}>
            <p>{t('sessions.text', { count: profile.sessions })}</p>
            <ActionForm action={endOtherSessions} requestKey={crypto.randomUUID()}>
              {profile.sessions > 1 && (
                <Button tone="quiet" size="small">
                  {t('sessions.end')}
                </Button>
              )}
            </ActionForm>
          </Card>
          <Card title={t('data.title')}>
            <p>{t('data.text')}</p>
            <p>
              <a href="/profile/data">{t('data.download')}</a>
            </p>
            <p>
              <Link href="/profile/erase">{t('erase.title')}</Link>
            </p>
          </Card>
        </div>
      </div>
    </>
  )
}

function ProfileForm({ profile }: { profile: Profile }) {
  const t = useTranslations('profile')
  const forms = useTranslations('forms')
  const locale = useLocale()
  return (
    <ActionForm action={saveProfile} requestKey={crypto.randomUUID()} className="stack">
      <input type="hidden" name="version" value={profile.version} />
      <p className="muted">{t('email', { email: profile.email })}</p>
      <KeptText
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        defaultValue={profile.name}
        maxLength={100}
        autoComplete="name"
        required
      />
      <LocaleSelect label={t('locale')} hint={t('localeHint')} locale={profile.locale ?? locale} />
      <KeptSelect name="theme" label={t('theme')} defaultValue={profile.theme ?? 'system'}>
        {(['system', 'light', 'dark'] as const).map((theme) => (
          <option key={theme} value={theme}>
            {t(`themes.${theme}`)}
          </option>
        ))}
      </KeptSelect>
      <div>
        <Button>{forms('save')}</Button>
      </div>
    </ActionForm>
  )
}

function Memberships({ memberships }: Pick<Profile, 'memberships'>) {
  const t = useTranslations('profile')
  const words = useTranslations('words')
  if (memberships.length === 0) return <p className="muted">{t('regions.empty')}</p>
  return (
    <ul role="list" className="rows">
      {memberships.map(({ slug, name, role, organisation }) => (
        <li key={slug} className="row">
          <span>
            <Link href={`/regions/${slug}`}>{name}</Link>
            <br />
            <span className="muted small">
              {[words(`role.${role}`), organisation].filter(Boolean).join(', ')}
            </span>
          </span>
          <Link href={`/regions/${slug}/people`} className="small">
            {t('regions.people')}
            <span className="visually-hidden">: {name}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
