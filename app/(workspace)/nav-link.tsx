'use client'

import { Link } from '@/components/ui/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type Props = {
  href: string
  /** Also where the reader is anywhere below. */
  deep?: boolean
  /** Also where the reader is below this address. */
  over?: string
  children: ReactNode
}

/** A link of the main navigation that knows whether the reader is there. */
export function NavLink(props: Props) {
  const path = usePathname()
  const below = props.over ?? (props.deep ? `${props.href}/` : null)
  const here = path === props.href || (below !== null && path.startsWith(below))
  return (
    <Link href={props.href} className="nav-link" aria-current={here ? 'page' : undefined}>
      {props.children}
    </Link>
  )
}
