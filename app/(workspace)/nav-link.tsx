'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A link of the main navigation that knows whether the reader is there (`deep`: or below). */
export function NavLink(props: { href: string; deep?: boolean; children: ReactNode }) {
  const path = usePathname()
  const here = path === props.href || (props.deep === true && path.startsWith(`${props.href}/`))
  return (
    <Link href={props.href} className="nav-link" aria-current={here ? 'page' : undefined}>
      {props.children}
    </Link>
  )
}
