import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { hasOutbox } from '@/lib/env'

export async function Footer() {
  const t = await getTranslations('shell')
  return (
    <footer className="shell">
      <div className="site-footer cluster">
        <Link href="/about">{t('about')}</Link>
        <Link href="/accessibility">{t('accessibility')}</Link>
        {hasOutbox && <Link href="/outbox">{t('outbox')}</Link>}
      </div>
    </footer>
  )
}
