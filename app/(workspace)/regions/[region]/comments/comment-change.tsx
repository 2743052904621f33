import { ActionForm } from '@/components/forms/action-form'
import { KeptCheckbox, KeptTextArea } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { Comment } from '@/lib/comments/data'
import { EDIT_MINUTES } from '@/lib/comments/rules'
import { useTranslations } from '@/lib/i18n/server'
import { edit, remove } from './actions'

interface Props {
  comment: Comment
  region: { id: string }
  /** When it was written, in words: tells one comment's forms from another's. */
  moment: string
  mayEdit: boolean
}

/** Correcting one's words while that is fresh, and taking them away. */
export function CommentChange({ comment, region, moment, mayEdit }: Props) {
  const t = useTranslations('comments')
  const hidden = (
    <>
      <input type="hidden" name="regionId" value={region.id} />
      <input type="hidden" name="id" value={comment.id} />
      <input type="hidden" name="version" value={comment.version} />
    </>
  )
  return (
    <Disclosure
      summary={
        <>
          {t(mayEdit ? 'more' : 'remove')}
          <span className="visually-hidden">: {t('moreOf', { moment })}</span>
        </>
      }
    >
      <div className="stack">
        {mayEdit && (
          <ActionForm
            action={edit}
            requestKey={crypto.randomUUID()}
            className="stack stack-tight"
            label={`${t('edit')}: ${t('moreOf', { moment })}`}
          >
            {hidden}
            <KeptTextArea
              id={`text-${comment.id}`}
              name="text"
              label={t('write')}
              hint={t('editHint', { minutes: EDIT_MINUTES })}
              defaultValue={comment.text}
              maxLength={4000}
              required
            />
            <KeptCheckbox
              id={`asks-${comment.id}`}
              name="asks"
              label={t('asks')}
              defaultChecked={comment.asks}
            />
            <div>
              <Button size="small" tone="quiet">
                {t('save')}
              </Button>
            </div>
          </ActionForm>
        )}
        <ActionForm
          action={remove}
          requestKey={crypto.randomUUID()}
          className="stack stack-tight"
          label={`${t('remove')}: ${t('moreOf', { moment })}`}
        >
          {hidden}
          <p className="muted small">{t('removeAsk')}</p>
          <div>
            <Button size="small" tone="danger">
              {t('removeNow')}
            </Button>
          </div>
        </ActionForm>
      </div>
    </Disclosure>
  )
}
