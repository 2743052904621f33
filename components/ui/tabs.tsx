import Link from 'next/link'
import type { ComponentProps } from 'react'

type Tab = { href: ComponentProps<typeof Link>['href']; label: string; isCurrent?: boolean }

/** Neighbouring pages as a row of links; `label` names the navigation. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul role="list" className="tabs">
        {tabs.map((tab) => (
          <li key={tab.label}>
            <Link href={tab.href} className="tab" aria-current={tab.isCurrent ? 'page' : undefined}>
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
