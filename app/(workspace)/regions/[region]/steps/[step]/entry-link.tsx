import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { placeOfEntry } from '@/lib/journey/own/rules'

type Props = {
  found: { region: { slug: string }; past?: unknown }
  id: string
  children: ReactNode
}

/** The way to an item's or milestone's own page, which knows no other day than today. */
export function EntryLink({ found, id, children }: Props) {
  if (found.past) return children
  return (
    <Link href={placeOfEntry(found.region.slug, id)} className="entry-link">
      {children}
    </Link>
  )
}
