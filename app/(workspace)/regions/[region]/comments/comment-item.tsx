import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import type { Viewer } from '@/lib/auth/rules'
import type { Comment } from '@/lib/comments/data'
import {
  canEditComment,
  canRemoveComment,
  cutLinks,
  isWaiting,
  voiceIn,
} from '@/lib/comments/rules'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { settle } from './actions'
import { CommentChange } from './comment-change'

interface Props {
  comment: Comment
  region: { id: string; timeZone: string }
  viewer: Viewer
  now: Date
}

export function CommentItem({ comment, region, viewer, now }: Props) {
  const t = useTranslations('comments')
  const words = useTranslations('words')
  const format = useFormatter()
  const { timeZone } = region
  const moment = format.dateTime(comment.createdAt, {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone },
  })
  const nobody = t(comment.authorRole === 'staff' ? 'staff' : 'former')
  const mayEdit = canEditComment(viewer, region.id, comment, now)
  const mayRemove = canRemoveComment(viewer, region.id, comment)
  if (comment.removedAt) {
    return (
      <li id={`comment-${comment.id}`} className="comment">
        <p className="muted small">
          {t('removed')} <time dateTime={comment.createdAt.toISOString()}>{moment}</time>
        </p>
      </li>
    )
  }
  return (
    <li id={`comment-${comment.id}`} className="comment">
      <p className="cluster small">
        <strong>{comment.author ?? nobody}</strong>
        {comment.author && <span className="muted">{words(`role.${comment.authorRole}`)}</span>}
        <time className="muted" dateTime={comment.createdAt.toISOString()}>
          {moment}
        </time>
        {comment.editedAt && <span className="muted">{t('edited')}</span>}
      </p>
      <CommentText text={comment.text} />
      {comment.mentions.length > 0 && (
        <p className="muted small">
          {t('tells', { names: format.list(comment.mentions.map((name) => name ?? t('former'))) })}
        </p>
      )}
      {comment.asks && <Question {...{ comment, region, viewer }} />}
      {(mayEdit || mayRemove) && <CommentChange {...{ comment, region, moment, mayEdit }} />}
    </li>
  )
}

/** Words as they were written; addresses of the web can be followed, nothing else is markup. */
function CommentText({ text }: { text: string }) {
  return (
    <p className="comment-text">
      {cutLinks(text).map((piece, index) =>
        piece.href ? (
          <a key={index} href={piece.href} rel="noopener noreferrer nofollow ugc">
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </p>
  )
}

function Question({ comment, region, viewer }: Omit<Props, 'now'>) {
  const t = useTranslations('comments')
  const waits = isWaiting(comment)
  return (
    <div className="cluster">
      <Chip tone={waits ? 'due' : 'good'}>
        {t('question')}: {t(waits ? 'waiting' : 'answered')}
      </Chip>
      {voiceIn(viewer, region.id) && (
        <ActionForm action={settle} requestKey={crypto.randomUUID()} className="cluster">
          <input type="hidden" name="regionId" value={region.id} />
          <input type="hidden" name="id" value={comment.id} />
          <input type="hidden" name="version" value={comment.version} />
          <Button tone="plain" size="small" name="answered" value={waits ? 'yes' : 'no'}>
            {t(waits ? 'markAnswered' : 'askAgain')}
          </Button>
        </ActionForm>
      )}
    </div>
  )
}
