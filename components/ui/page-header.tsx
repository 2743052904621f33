import type { ReactNode } from 'react'

type PageHeaderProps = {
  /** Where the reader is: region, month, part. */
  eyebrow?: ReactNode
  /** A sentence that says the finding. */
  title: ReactNode
  lede?: ReactNode
  actions?: ReactNode
  /** A drawing or tabs below the words. */
  children?: ReactNode
}

/** The top of a page: where we are, what holds, and the one thing to do. */
export function PageHeader({ eyebrow, title, lede, actions, children }: PageHeaderProps) {
  return (
    <header className="page-header">
      {eyebrow && <p className="eyebrow">{eyebrow}</p>}
      <div className="page-header-row">
        <h1>{title}</h1>
        {actions && <div className="cluster">{actions}</div>}
      </div>
      {lede && <p className="lede">{lede}</p>}
      {children}
    </header>
  )
}
