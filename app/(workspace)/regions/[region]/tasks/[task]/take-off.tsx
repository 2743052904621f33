import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'
import { detach } from '../actions'

interface Props {
  task: { regionId: string; id: string }
  attached: string
  /** What it is called, for those who do not see the button's place. */
  name: string
}

/** Takes a file or page off a task. */
export function TakeOff({ task, attached, name }: Props) {
  const t = useTranslations('tasks')
  return (
    <ActionForm action={detach} requestKey={crypto.randomUUID()} keepsDraft={false}>
      <input type="hidden" name="regionId" value={task.regionId} />
      <input type="hidden" name="id" value={task.id} />
      <input type="hidden" name="attached" value={attached} />
      <Button tone="plain" size="small">
        {t('shelf.remove')}
        <span className="visually-hidden">: {name}</span>
      </Button>
    </ActionForm>
  )
}
