import { KeptDate, KeptText, KeptTextArea } from '@/components/forms/kept-fields'
import { UploadForm } from '@/components/forms/upload-form'
import { useUploadWords } from '@/components/tasks/tick-task'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { MAX_FILE_BYTES } from '@/lib/evidence/rules'
import { IDLE } from '@/lib/forms/state'
import { useTranslations } from '@/lib/i18n/server'
import type { CardView } from '@/lib/tasks/card/data'

interface Props {
  url: string
  found: CardView
  isOpen: boolean
}

/** What else can be said of the task: not now, not us, a word to the coordinators, not me. */
export function CardWays({ url, found: { part, person, task }, isOpen }: Props) {
  const t = useTranslations('card')
  const tasks = useTranslations('tasks')
  const version = <input type="hidden" name="version" value={part?.version ?? 0} />
  return (
    <div className="stack">
      {isOpen && (
        <Disclosure summary={tasks('move.handBack')}>
          <CardForm url={url} move="later" title={task.title}>
            {version}
            <KeptDate id="card-day" name="day" label={tasks('move.laterDay')} />
            <div>
              <Button tone="quiet">{tasks('move.later')}</Button>
            </div>
          </CardForm>
          <CardForm url={url} move="not_us" title={task.title}>
            {version}
            <KeptText
              id="card-reason"
              name="reason"
              label={tasks('move.notUsReason')}
              maxLength={500}
              autoComplete="off"
            />
            <div>
              <Button tone="quiet">{tasks('move.notUs')}</Button>
            </div>
          </CardForm>
        </Disclosure>
      )}
      <Disclosure summary={t('comment')}>
        <CardForm url={url} move="comment" title={task.title}>
          <KeptTextArea
            id="card-text"
            name="text"
            label={t('words')}
            hint={t('wordsHint')}
            rows={3}
            maxLength={2000}
          />
          <div>
            <Button tone="quiet">{t('send')}</Button>
          </div>
        </CardForm>
      </Disclosure>
      <Disclosure summary={t('notYou', { person })}>
        <CardForm url={url} move="end">
          <p className="muted small">{t('endHint')}</p>
          <div>
            <Button tone="danger">{t('end')}</Button>
          </div>
        </CardForm>
      </Disclosure>
    </div>
  )
}

interface FormProps {
  url: string
  move: string
  /** What it is about, where what was typed is kept until it has arrived. */
  title?: string
  children: React.ReactNode
}

function CardForm({ url, move, title, children }: FormProps) {
  const said = useTranslations('forms')('kept.kept')
  return (
    <UploadForm
      url={url}
      requestKey={crypto.randomUUID()}
      className="stack"
      initial={IDLE}
      mostBytes={MAX_FILE_BYTES}
      words={useUploadWords()}
      keeps={title ? { owner: url, title, said } : undefined}
    >
      <input type="hidden" name="move" value={move} />
      {children}
    </UploadForm>
  )
}
