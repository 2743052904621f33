import { getTranslations } from '@/lib/i18n/server'
import type { ReactNode } from 'react'
import { requireViewer } from '@/lib/auth/current'
import { canManagePeople, canSetUpRegions } from '@/lib/people/access/rules'
import { NavLink } from '../nav-link'

/** Only shows doors; each page asks for itself who may pass. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('admin')])
  if (!canSetUpRegions(viewer)) return children
  return (
    <>
      <nav aria-label={t('tabs.label')} className="region-nav">
        <NavLink href="/admin">{t('tabs.regions')}</NavLink>
        <NavLink href="/admin/editions" deep>
          {t('tabs.editions')}
        </NavLink>
        <NavLink href="/admin/rates">{t('tabs.rates')}</NavLink>
        {canManagePeople(viewer) && (
          <>
            <NavLink href="/admin/people">{t('tabs.people')}</NavLink>
            <NavLink href="/admin/log">{t('tabs.log')}</NavLink>
          </>
        )}
      </nav>
      {children}
    </>
  )
}
