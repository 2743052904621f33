import { Link } from '@/components/ui/link'
import { getTranslations } from '@/lib/i18n/server'
import type { ReactNode } from 'react'
import { Footer } from '@/app/footer'
import { arrivalOf } from '@/lib/auth/arrival/rules'
import { requireViewer } from '@/lib/auth/current'
import { seesAllRegions, isAdmin } from '@/lib/auth/rules'
import { FormsProvider } from '@/components/forms/forms-provider'
import { Unsent } from '@/components/forms/unsent/unsent'
import { Menu } from '@/components/ui/disclosure'
import { listConflictWords, listFormWords, listUnsentWords } from './form-words'
import { NameBar } from './name-bar'
import { NavLink } from './nav-link'
import { SignOut } from './sign-out'

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const [viewer, t, forms] = await Promise.all([
    requireViewer(),
    getTranslations('shell'),
    getTranslations('forms'),
  ])
  const regions = viewer.memberships
  return (
    <>
      {viewer.sample && (
        <aside className="sample-bar">
          <span className="shell">{t('sampleBar', { name: viewer.name })}</span>
        </aside>
      )}
      <header className="shell site-header">
        <Link href={arrivalOf(viewer)} className="wordmark">
          {t('name')}
        </Link>
        <nav aria-label={t('mainNavigation')} className="site-nav">
          <NavLink href="/my">{t('myWork')}</NavLink>
          {regions.slice(0, 3).map((region) => (
            <NavLink key={region.slug} href={`/regions/${region.slug}`} deep>
              {region.name}
            </NavLink>
          ))}
          {regions.length > 3 && <NavLink href="/regions">{t('allMyRegions')}</NavLink>}
          {seesAllRegions(viewer) && <NavLink href="/compare">{t('compare')}</NavLink>}
          {seesAllRegions(viewer) && (
            <NavLink href="/admin" deep>
              {isAdmin(viewer) ? t('administration') : t('programme')}
            </NavLink>
          )}
        </nav>
        <div className="site-header-end">
          <Menu label={viewer.name || viewer.email}>
            <Link href="/profile">{t('profile')}</Link>
            <SignOut userId={viewer.userId}>{t('signOut')}</SignOut>
          </Menu>
        </div>
      </header>
      <main id="main" className="shell" tabIndex={-1}>
        <FormsProvider
          userId={viewer.userId}
          words={listFormWords(forms)}
          conflictWords={listConflictWords(forms)}
        >
          <Unsent owner={viewer.userId} words={listUnsentWords(forms)} />
          {viewer.name === '' && <NameBar />}
          {children}
        </FormsProvider>
      </main>
      <Footer />
    </>
  )
}
