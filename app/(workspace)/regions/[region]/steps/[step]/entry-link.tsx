import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { placeOfEntry } from '@/lib/journey/own/rules'

type Props = { found: { region: { slug: string } }; id: string; children: ReactNode }

/** The way to an item's or milestone's own page. */
export function EntryLink({ found, id, children }: Props) {
  return (
    <Link href={placeOfEntry(found.region.slug, id)} className="entry-link">
      {children}
    </Link>
  )
}
