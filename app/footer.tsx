import { Link } from '@/components/ui/link'
import { useTranslations } from '@/lib/i18n/server'
import { hasOutbox } from '@/lib/env'

export function Footer() {
  const t = useTranslations('shell')
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
