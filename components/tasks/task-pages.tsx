import type { ReactNode } from 'react'

interface Props {
  pages: readonly { id: string; url: string; words: string }[]
  /** What stands beside a page, by its id and name. */
  aside?: (id: string, name: string) => ReactNode
}

/** Pages on the web that help with a task. */
export function TaskPages({ pages, aside }: Props) {
  if (pages.length === 0) return null
  return (
    <ul role="list" className="task-files">
      {pages.map(({ id, url, words }) => {
        const { host } = new URL(url)
        return (
          <li key={id} className="row">
            <span>
              <a href={url} rel="noreferrer nofollow" className="evidence-link">
                {words || host}
              </a>{' '}
              {words && <span className="muted small">{host}</span>}
            </span>
            {aside?.(id, words || host)}
          </li>
        )
      })}
    </ul>
  )
}
