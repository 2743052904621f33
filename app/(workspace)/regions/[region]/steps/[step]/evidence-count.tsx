import '@/components/evidence/evidence.css'
import { Link } from '@/components/ui/link'
import { useTranslations } from '@/lib/i18n/server'
import type { RegionJourney } from '@/lib/journey/data'
import { placeOfEntry } from '@/lib/journey/own/rules'

/** How many pieces of evidence an item or milestone has, and the way to them; nothing for none. */
export function EvidenceCount({ found, id }: { found: RegionJourney; id: string }) {
  const t = useTranslations('evidence')
  const count = found.region.evidence[id]
  if (!count) return null
  return (
    <p className="small">
      <Link href={`${placeOfEntry(found.region.slug, id)}#evidence`} className="evidence-link">
        {t('pieces', { count })}
      </Link>
    </p>
  )
}
