import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { Viewer } from '@/lib/auth/rules'
import { readFlash } from '@/lib/evidence/flash'
import { canManage, MAX_PIECES, stackVersions } from '@/lib/evidence/rules'
import { getTranslations } from '@/lib/i18n/server'
import { canTick, ownerOf } from '@/lib/journey/access/rules'
import type { Entry } from '@/lib/journey/entry'
import { AddForms } from './forms'
import { EvidencePiece, RemovedPiece } from './piece'

/** What shows that an item is done or a milestone reached, and the forms to add to it. */
export async function EvidenceCard({ found, viewer }: { found: Entry; viewer: Viewer }) {
  const [t, flash] = await Promise.all([getTranslations('evidence'), readFlash(found.id)])
  const { region, id, item, facts } = found
  const pieces = stackVersions(found.evidence)
  const standing = pieces.filter(({ removed }) => !removed)
  const aside = pieces.filter(
    ({ removed, addedById }) => removed && canManage(viewer, region.id, addedById),
  )
  const row =
    facts.ticks.find((tick) => tick.item === id) ??
    facts.milestones.find(({ milestone }) => milestone === id) ??
    null
  const owner = ownerOf(row, item?.defaultOwner ?? 'coordinator')
  const mayAdd = canTick(viewer, region.id, owner, found.own)
  return (
    <Card title={t('title')} id="evidence">
      {standing.length === 0 && <p className="muted">{t(mayAdd ? 'emptyToAdd' : 'empty')}</p>}
      {standing.length > 0 && (
        <ul role="list" className="rows">
          {standing.map((piece) => (
            <EvidencePiece
              key={piece.id}
              piece={piece}
              found={found}
              flash={flash}
              mayManage={canManage(viewer, region.id, piece.addedById)}
            />
          ))}
        </ul>
      )}
      {mayAdd &&
        (standing.length < MAX_PIECES ? (
          <AddForms found={found} flash={flash} />
        ) : (
          <p className="muted small">{t('full', { most: MAX_PIECES })}</p>
        ))}
      {aside.length > 0 && (
        <Disclosure summary={t('aside', { count: aside.length })}>
          <ul role="list" className="rows">
            {aside.map((piece) => (
              <RemovedPiece key={piece.id} piece={piece} found={found} />
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  )
}
