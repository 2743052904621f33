import type { ReactNode } from 'react'

type CardProps = {
  title?: ReactNode
  /** Level of the title in the page's outline. */
  level?: 2 | 3 | 4
  /** What stands at the right of the title: a date, a chip, a small link. */
  aside?: ReactNode
  id?: string
  children: ReactNode
}

/** A sheet on the page's ground; with a title it is a section of its own. */
export function Card({ title, level = 2, aside, id, children }: CardProps) {
  if (!title) {
    return (
      <div id={id} className="card">
        {children}
      </div>
    )
  }
  const Heading = `h${level}` as const
  return (
    <section id={id} className="card">
      <div className="card-head">
        <Heading>{title}</Heading>
        {aside}
      </div>
      {children}
    </section>
  )
}
