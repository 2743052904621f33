import { ActionForm } from '@/components/forms/action-form'
import { KeptFile, KeptText } from '@/components/forms/kept-fields'
import { UploadForm } from '@/components/forms/upload-form'
import { TaskFiles } from '@/components/tasks/task-files'
import { TaskPages } from '@/components/tasks/task-pages'
import { useUploadWords } from '@/components/tasks/tick-task'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { Flash } from '@/lib/evidence/flash'
import { ACCEPTED_FILES, MAX_FILE_BYTES } from '@/lib/evidence/rules'
import { IDLE } from '@/lib/forms/state'
import { useTranslations } from '@/lib/i18n/server'
import type { FoundTask } from '@/lib/tasks/data'
import { attachPage } from '../actions'
import { TakeOff } from './take-off'

interface Props {
  /** `flash`: what became of a file that was sent as plain HTML a moment ago. */
  found: FoundTask & { flash: Flash | null }
}

/** Files and pages that help with a task: read by all, put there by coordinators. */
export function TaskShelf({ found }: Props) {
  const t = useTranslations('tasks')
  const { task, keeps, pages, region } = found
  const files = found.files.filter(({ partnerId }) => partnerId === null)
  const gives = keeps && !task.archived
  const isEmpty = files.length + pages.length === 0
  if (isEmpty && !gives) return null
  const takeOff = (attached: string, name: string) =>
    keeps && <TakeOff task={task} attached={attached} name={name} />
  return (
    <Card title={t('shelf.title')}>
      {isEmpty && <p className="muted small">{t('shelf.empty')}</p>}
      <TaskFiles files={files} home={`/api/tasks/${region.slug}`} aside={takeOff} />
      <TaskPages pages={pages} aside={takeOff} />
      {gives && <GiveAlong found={found} />}
    </Card>
  )
}

function GiveAlong({ found: { region, task, flash } }: Props) {
  const t = useTranslations('tasks')
  const evidence = useTranslations('evidence')
  const forms = useTranslations('forms')
  const isMine = flash?.replaces === 'shelf'
  const which = (
    <>
      <input type="hidden" name="regionId" value={region.id} />
      <input type="hidden" name="id" value={task.id} />
    </>
  )
  return (
    <div>
      <Disclosure summary={t('shelf.addFile')} open={isMine}>
        <UploadForm
          url={`/api/tasks/${region.slug}/files`}
          requestKey={crypto.randomUUID()}
          className="stack"
          initial={isMine ? flash.state : IDLE}
          mostBytes={MAX_FILE_BYTES}
          words={useUploadWords()}
        >
          {which}
          <input type="hidden" name="from" value={`/regions/${region.slug}/tasks/${task.id}`} />
          <KeptFile
            id="shelf-file"
            name="file"
            label={evidence('file')}
            hint={evidence('fileHint')}
            accept={ACCEPTED_FILES}
            required
          />
          <div>
            <Button size="small">{t('shelf.add')}</Button>
          </div>
        </UploadForm>
      </Disclosure>
      <Disclosure summary={t('shelf.addPage')}>
        <ActionForm action={attachPage} requestKey={crypto.randomUUID()} className="stack">
          {which}
          <KeptText
            id="shelf-url"
            name="url"
            inputMode="url"
            label={evidence('url')}
            maxLength={2000}
            autoComplete="off"
            required
          />
          <KeptText
            id="shelf-words"
            name="words"
            label={t('shelf.words')}
            aside={forms('optional')}
            maxLength={200}
            autoComplete="off"
          />
          <div>
            <Button size="small">{t('shelf.add')}</Button>
          </div>
        </ActionForm>
      </Disclosure>
    </div>
  )
}
