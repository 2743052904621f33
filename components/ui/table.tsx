import type { ReactNode } from 'react'

type TableProps = {
  /** Unique on the page; names the region that may scroll. */
  id: string
  caption: ReactNode
  /** Keep the caption for screen readers when a heading says the same. */
  captionHidden?: boolean
  /**
   * Rows become sheets on phones, "early" on tablets too. Give cells a `data-label` with their
   * column's name and one element or text alone.
   */
  stack?: boolean | 'early'
  children: ReactNode
}

/** A table that, where it must, scrolls inside itself and never takes the page along. */
export function Table({ id, caption, captionHidden, stack, children }: TableProps) {
  return (
    <div className="table-scroll" role="region" aria-labelledby={`${id}-caption`} tabIndex={0}>
      <table id={id} className={classFor(stack)}>
        <caption id={`${id}-caption`}>
          <span className={captionHidden ? 'visually-hidden' : undefined}>{caption}</span>
        </caption>
        {children}
      </table>
    </div>
  )
}

function classFor(stack: TableProps['stack']) {
  if (!stack) return 'table'
  return stack === 'early' ? 'table table-stack-early' : 'table table-stack'
}
