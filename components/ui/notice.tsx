import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

type NoticeTone = 'plain' | 'good' | 'attention' | 'alert'

const icons: Record<NoticeTone, IconName> = {
  plain: 'flag',
  good: 'tick',
  attention: 'clock',
  alert: 'warning',
}

type NoticeProps = { tone?: NoticeTone; title?: ReactNode; children?: ReactNode }

/** A message about what just happened or holds for the page; an alert interrupts, others wait. */
export function Notice({ tone = 'plain', title, children }: NoticeProps) {
  return (
    <div role={tone === 'alert' ? 'alert' : 'status'} className={`notice notice-${tone}`}>
      <Icon name={icons[tone]} />
      <div className="notice-body">
        {title && (
          <p>
            <strong>{title}</strong>
          </p>
        )}
        {children}
      </div>
    </div>
  )
}
