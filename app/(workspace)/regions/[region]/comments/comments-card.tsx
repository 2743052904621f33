import { Card } from '@/components/ui/card'
import type { Viewer } from '@/lib/auth/rules'
import { voiceIn } from '@/lib/comments/rules'
import { useTranslations } from '@/lib/i18n/server'
import type { Comment, Reachable } from '@/lib/comments/data'
import { CommentForm } from './comment-form'
import { CommentItem } from './comment-item'
import './comments.css'

interface Talked {
  region: { id: string; timeZone: string }
  id: string
  comments: Comment[]
  reachable: Reachable[]
  now: Date
}

/** The conversation about an item, milestone or task, and the place to join it. */
export function CommentsCard({ entry, viewer }: { entry: Talked; viewer: Viewer }) {
  const t = useTranslations('comments')
  const { comments, reachable, region, id, now } = entry
  const mayWrite = voiceIn(viewer, region.id) !== null
  const there = comments.filter(({ removedAt }) => removedAt === null).length
  return (
    <Card
      id="comments"
      title={t('title')}
      aside={there > 0 && <span className="muted small">{t('count', { count: there })}</span>}
    >
      {comments.length === 0 ? (
        <p className="muted">{t(mayWrite ? 'empty' : 'emptyReader')}</p>
      ) : (
        <ol role="list" className="rows">
          {comments.map((comment) => (
            <CommentItem key={comment.id} {...{ comment, region, viewer, now }} />
          ))}
        </ol>
      )}
      {mayWrite && <CommentForm {...{ regionId: region.id, subject: id, reachable }} />}
    </Card>
  )
}
