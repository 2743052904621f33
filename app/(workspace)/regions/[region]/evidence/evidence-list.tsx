import { PieceFacts, PieceHead } from '@/components/evidence/piece-words'
import { Link } from '@/components/ui/link'
import type { RegionEvidence } from '@/lib/evidence/data'
import { useTranslations } from '@/lib/i18n/server'
import { placeOfEntry } from '@/lib/journey/own/rules'

/** Pieces as they stand, each with what it belongs to. */
export function EvidenceList({ found }: { found: RegionEvidence }) {
  const t = useTranslations('evidence')
  const { region, entries, pieces } = found
  if (pieces.length === 0) return <p className="muted">{t('list.nothingFits')}</p>
  const titles = new Map(entries.map(({ id, title }) => [id, title]))
  return (
    <ul role="list" className="rows">
      {pieces.map((piece) => (
        <li key={piece.id} className="evidence-piece">
          <p className="small">
            {titles.has(piece.entry) ? (
              <Link
                href={`${placeOfEntry(region.slug, piece.entry)}#${piece.id}`}
                className="evidence-link"
              >
                {titles.get(piece.entry)}
              </Link>
            ) : (
              t('list.formerEntry')
            )}
          </p>
          <PieceHead piece={piece} region={region.slug} />
          <PieceFacts piece={piece} timeZone={region.timeZone} />
        </li>
      ))}
    </ul>
  )
}
