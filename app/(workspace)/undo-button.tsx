import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import type { ActivityEntry } from '@/lib/activity/data'
import { useTranslations } from '@/lib/i18n/server'
import { canUndo } from '@/lib/journey/undo/rules'
import { undo } from './actions'

interface Props {
  entry: Pick<ActivityEntry, 'id' | 'kind' | 'at' | 'mine' | 'undone' | 'batch'> | undefined
  regionId: string
  now: Date
  /** What would be taken back, for those who do not see the button's place. */
  subject: string
}

/** Takes back what the reader did in the last minutes, with all that was done at once. */
export function UndoButton({ entry, regionId, now, subject }: Props) {
  const t = useTranslations('step')
  if (!entry || !canUndo(entry, now)) return null
  // What shows a done task belongs to it.
  const isSeveral = entry.batch !== null && entry.kind !== 'task.done'
  return (
    <ActionForm action={undo} requestKey={crypto.randomUUID()} className="cluster">
      <input type="hidden" name="regionId" value={regionId} />
      <input type="hidden" name="entry" value={entry.batch ?? entry.id} />
      <Button tone="quiet" size="small">
        {t(isSeveral ? 'undoAll' : 'undo')}
        <span className="visually-hidden">: {subject}</span>
      </Button>
    </ActionForm>
  )
}
