import { PieceFacts, PieceHead } from '@/components/evidence/piece-words'
import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { Flash } from '@/lib/evidence/flash'
import { nameOfPiece, type Piece, type StandingPiece } from '@/lib/evidence/rules'
import { useTranslations } from '@/lib/i18n/server'
import type { Entry } from '@/lib/journey/entry'
import { remove, restore } from './actions'
import { ReplaceForm } from './forms'

type Props = { piece: StandingPiece; found: Entry }
type StandingProps = Props & { mayManage: boolean; flash: Flash | null }

/** A piece that stands, what it took the place of, and what may be done with it. */
export function EvidencePiece({ piece, found, mayManage, flash }: StandingProps) {
  const t = useTranslations('evidence')
  const name = nameOfPiece(piece)
  return (
    <li id={piece.id} className="evidence-piece">
      <PieceWords piece={piece} found={found} />
      {piece.older.length > 0 && (
        <Disclosure summary={t('older', { count: piece.older.length })}>
          <ul role="list" className="rows">
            {piece.older.map((older) => (
              <li key={older.id} className="evidence-piece">
                <PieceWords piece={older} found={found} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {mayManage && (
        <Disclosure
          open={flash?.replaces === piece.id}
          summary={
            <>
              {t('change')}
              <span className="visually-hidden">: {name}</span>
            </>
          }
        >
          <div className="stack">
            <ReplaceForm piece={piece} found={found} flash={flash} />
            <ActionForm action={remove} requestKey={crypto.randomUUID()} className="cluster">
              <WhichPiece piece={piece} found={found} />
              <Button tone="plain" size="small">
                {t('remove')}
              </Button>
            </ActionForm>
          </div>
        </Disclosure>
      )}
    </li>
  )
}

/** A piece that was set aside, for those who may bring it back. */
export function RemovedPiece({ piece, found }: Props) {
  const t = useTranslations('evidence')
  return (
    <li className="evidence-piece">
      <PieceWords piece={piece} found={found} />
      <ActionForm action={restore} requestKey={crypto.randomUUID()} className="cluster">
        <WhichPiece piece={piece} found={found} />
        <Button tone="quiet" size="small">
          {t('restore')}
          <span className="visually-hidden">: {nameOfPiece(piece)}</span>
        </Button>
      </ActionForm>
    </li>
  )
}

function PieceWords({ piece, found }: { piece: Piece; found: Entry }) {
  return (
    <>
      <PieceHead piece={piece} region={found.region.slug} />
      <PieceFacts piece={piece} timeZone={found.region.timeZone} />
    </>
  )
}

/** Names the piece and the version the reader saw. */
function WhichPiece({ piece, found }: { piece: Piece; found: Entry }) {
  return (
    <>
      <input type="hidden" name="regionId" value={found.region.id} />
      <input type="hidden" name="id" value={piece.id} />
      <input type="hidden" name="version" value={piece.version} />
    </>
  )
}
