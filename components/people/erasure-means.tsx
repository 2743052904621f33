import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { useTranslations } from '@/lib/i18n/server'

const WHAT = ['gone', 'stays', 'others', 'backups'] as const

/** What becomes of what is kept about somebody whose account is erased, in plain words. */
export function ErasureMeans({ children }: { children?: ReactNode }) {
  const t = useTranslations('profile')
  return (
    <Card title={t('erase.what.title')}>
      <div className="stack">
        <dl className="stack">
          {WHAT.map((what) => (
            <div key={what}>
              <dt>
                <strong>{t(`erase.what.${what}.title`)}</strong>
              </dt>
              <dd>{t(`erase.what.${what}.text`)}</dd>
            </div>
          ))}
        </dl>
        {children}
      </div>
    </Card>
  )
}
