import { getTranslations } from '@/lib/i18n/server'
import { currentViewer } from '@/lib/auth/current'
import type { ReactNode } from 'react'
import { LiveRegion } from '@/components/live/live-region'
import { NavLink } from '../../nav-link'

export default async function RegionLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ region: string }>
}) {
  const [{ region }, t, viewer] = await Promise.all([
    params,
    getTranslations('journey'),
    currentViewer(),
  ])
  const isMember = viewer?.memberships.some(({ slug }) => slug === region) ?? false
  const knowsRounds = isMember || viewer?.programmeRole === 'staff'
  const home = `/regions/${encodeURIComponent(region)}`
  return (
    <>
      <nav aria-label={t('tabs.label')} className="region-nav">
        <NavLink href={home} over={`${home}/steps/`}>
          {t('tabs.journey')}
        </NavLink>
        <NavLink href={`${home}/timeline`}>{t('tabs.timeline')}</NavLink>
        <NavLink href={`${home}/checklists`} deep>
          {t('tabs.checklists')}
        </NavLink>
        <NavLink href={`${home}/tasks`} deep>
          {t('tabs.tasks')}
        </NavLink>
        <NavLink href={`${home}/partners`} deep>
          {t('tabs.partners')}
        </NavLink>
        {knowsRounds && (
          <NavLink href={`${home}/rounds`} deep>
            {t('tabs.rounds')}
          </NavLink>
        )}
        <NavLink href={`${home}/metrics`} deep>
          {t('tabs.metrics')}
        </NavLink>
        <NavLink href={`${home}/report`}>{t('tabs.report')}</NavLink>
        <NavLink href={`${home}/evidence`}>{t('tabs.evidence')}</NavLink>
        <NavLink href={`${home}/people`}>{t('tabs.people')}</NavLink>
        <NavLink href={`${home}/activity`}>{t('tabs.activity')}</NavLink>
        <NavLink href={`${home}/hand-over`}>{t('tabs.handOver')}</NavLink>
      </nav>
      {children}
      <LiveRegion region={region} since={new Date().toISOString()} changed={t('live')} />
    </>
  )
}
