import { Link } from '@/components/ui/link'
import { getTranslations } from '@/lib/i18n/server'
import type { ReactNode } from 'react'
import { Footer } from '@/app/footer'
import { arrivalOf } from '@/lib/auth/arrival/rules'
import { currentViewer } from '@/lib/auth/current'
import { LanguageSwitch } from './language-switch'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [t, viewer] = await Promise.all([getTranslations('shell'), currentViewer()])
  return (
    <>
      <header className="shell site-header">
        <Link href="/" className="wordmark">
          {t('name')}
        </Link>
        <nav aria-label={t('mainNavigation')} className="site-header-end">
          {!viewer && <LanguageSwitch />}
          <Link href={viewer ? arrivalOf(viewer) : '/sign-in'} className="nav-link">
            {viewer ? t('goOn') : t('signIn')}
          </Link>
        </nav>
      </header>
      <main id="main" className="shell" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  )
}
