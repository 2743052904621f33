import type { Metadata } from 'next'
import { getLocale, getTranslations } from '@/lib/i18n/server'
import type { ReactNode } from 'react'
import { currentViewer } from '@/lib/auth/current'
import { readTheme } from '@/lib/i18n/theme'
import './globals.css'
import './shell.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t, viewer] = await Promise.all([
    getLocale(),
    getTranslations('shell'),
    currentViewer().catch(() => null),
  ])
  return (
    <html lang={locale} data-theme={await readTheme(viewer?.theme ?? null)}>
      <body>
        <a className="skip-link" href="#main">
          {t('skip')}
        </a>
        {children}
      </body>
    </html>
  )
}
