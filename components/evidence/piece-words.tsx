import { Chip } from '@/components/ui/chip'
import { fromDay } from '@/lib/dates/days'
import type { Piece } from '@/lib/evidence/rules'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import './evidence.css'

/** The piece itself: the note's words, the link, or the file to be taken along. */
export function PieceHead({ piece, region }: { piece: Piece; region: string }) {
  const t = useTranslations('evidence')
  const format = useFormatter()
  const { kind, words, url, fileName, id } = piece
  if (kind === 'note') return <p className="evidence-words">{words}</p>
  return (
    <div className="evidence-words">
      <p>
        {kind === 'link' ? (
          <a href={url} className="evidence-link" rel="noreferrer nofollow">
            {words || url}
          </a>
        ) : (
          <a href={`/api/evidence/${region}/${id}`} download={fileName} className="evidence-link">
            {fileName}
          </a>
        )}
        {kind === 'file' && (
          <span className="muted small"> {saySize(piece.fileSize, format, t)}</span>
        )}
      </p>
      {kind === 'file' && words && <p>{words}</p>}
      {kind === 'link' && words && <p className="muted small">{new URL(url).host}</p>}
    </div>
  )
}

/** Kind, day of the evidence, and who added it when. */
export function PieceFacts({ piece, timeZone }: { piece: Piece; timeZone: string }) {
  const t = useTranslations('evidence')
  const format = useFormatter()
  const who = piece.addedBy ?? t('someone')
  return (
    <p className="cluster small">
      <Chip tone="outline">{t(`kind.${piece.kind}`)}</Chip>
      <span>
        {t('of', { day: format.dateTime(fromDay(piece.datedOn), { dateStyle: 'long' }) })}
      </span>
      <span className="muted">
        {t('added', {
          who,
          day: format.dateTime(piece.addedAt, { dateStyle: 'medium', timeZone }),
        })}
      </span>
    </p>
  )
}

function saySize(
  bytes: number,
  format: ReturnType<typeof useFormatter>,
  t: ReturnType<typeof useTranslations<'evidence'>>,
) {
  const big = bytes >= 1024 * 1024
  const amount = bytes / (big ? 1024 * 1024 : 1024)
  const size = format.number(amount, { maximumFractionDigits: big ? 1 : 0 })
  return t(big ? 'megabytes' : 'kilobytes', { size: amount < 1 && !big ? '1' : size })
}
