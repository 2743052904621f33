import type { ReactNode } from 'react'

type EmptyStateProps = {
  title: string
  level?: 2 | 3 | 4
  /** What will be here, in a sentence. */
  children?: ReactNode
  /** The first thing to do. */
  action?: ReactNode
}

/** Stands where a list will be: says what will be here and offers the first action. */
export function EmptyState({ title, level = 2, children, action }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className="empty-state">
      <Heading>{title}</Heading>
      {children && <div className="muted">{children}</div>}
      {action && <div className="cluster">{action}</div>}
    </div>
  )
}
