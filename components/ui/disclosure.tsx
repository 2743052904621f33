import type { ReactNode } from 'react'
import { ClosingDetails } from './closing-details'
import { Icon } from './icon'

type DisclosureProps = { summary: ReactNode; open?: boolean; children: ReactNode }

/** Words that open on demand, without scripts. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <Icon name="chevron" />
        <span>{summary}</span>
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  )
}

/** A small sheet of links or buttons that hangs from its label; only its closing by itself needs scripts. */
export function Menu({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <ClosingDetails className="menu">
      <summary>
        <span>{label}</span>
        <Icon name="chevron" />
      </summary>
      <div className="menu-body">{children}</div>
    </ClosingDetails>
  )
}
