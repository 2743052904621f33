import { ActionForm, type FormAction } from '@/components/forms/action-form'
import { KeptDate, KeptFile, KeptText, KeptTextArea } from '@/components/forms/kept-fields'
import { UploadForm } from '@/components/forms/upload-form'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { ACCEPTED_FILES, MAX_FILE_BYTES } from '@/lib/evidence/rules'
import { type FormState, IDLE } from '@/lib/forms/state'
import { useTranslations } from '@/lib/i18n/server'

/** Which part of which task a move is about: the organisation, empty for the coordinators' own. */
export interface WhichPart {
  regionId: string
  id: string
  title: string
  partner: string
  /** Who moves, in words. */
  who: string
  version: number
}

interface Props {
  /** Where a region's tasks are ticked off, below /api/tasks. */
  slug: string
  /** Who looks: theirs is what this device keeps while there is no line. */
  userId: string
  /** The page it stands on, to come back to without scripts. */
  from: string
  which: WhichPart
  /** What became of it when it was sent as plain HTML. */
  initial?: FormState | undefined
}

/** Ticks a task off, with a note, a photo and a page if there are any: one screen, one press. */
export function TickTask({ slug, userId, from, which, initial = IDLE }: Props) {
  return (
    <TickForm url={`/api/tasks/${slug}`} owner={userId} {...{ which, initial }}>
      <PartFields which={which} />
      <input type="hidden" name="from" value={from} />
    </TickForm>
  )
}

interface TickProps {
  url: string
  owner: string
  which: Pick<WhichPart, 'id' | 'title' | 'partner' | 'who'>
  initial: FormState
  /** What names the part to whoever takes the form. */
  children: React.ReactNode
}

/** The form itself, for who has signed in and for who came by a mailed address. */
export function TickForm({ url, owner, which, initial, children }: TickProps) {
  const t = useTranslations('tasks')
  const forms = useTranslations('forms')
  const id = `${which.id}-${which.partner}`
  return (
    <UploadForm
      url={url}
      requestKey={crypto.randomUUID()}
      className="stack task-tick"
      label={t('move.label', { title: which.title, who: which.who })}
      initial={initial}
      mostBytes={MAX_FILE_BYTES}
      words={useUploadWords()}
      keeps={{ owner, title: which.title, said: forms('kept.kept') }}
    >
      {children}
      <input type="hidden" name="move" value="tick" />
      <KeptTextArea
        id={`${id}-note`}
        name="note"
        label={t('move.note')}
        aside={forms('optional')}
        hint={t('move.noteHint')}
        rows={2}
        maxLength={2000}
      />
      <KeptFile
        id={`${id}-file`}
        name="file"
        label={t('move.file')}
        aside={forms('optional')}
        accept={ACCEPTED_FILES}
      />
      <KeptText
        id={`${id}-link`}
        name="link"
        label={t('move.link')}
        aside={forms('optional')}
        inputMode="url"
        placeholder="https://"
        autoComplete="off"
      />
      <div>
        <Button>
          {t('move.tick')}
          <span className="visually-hidden">: {which.title}</span>
        </Button>
      </div>
    </UploadForm>
  )
}

/** What such a form says without asking the server. */
export function useUploadWords() {
  const forms = useTranslations('forms')
  const t = useTranslations('tasks')
  return {
    checkFields: forms('checkFields'),
    tooLarge: forms('faults.fileTooLarge'),
    sending: t('move.sending'),
    notArrived: t('move.notArrived'),
  }
}

/** Hands a task back: "later" with a day, or "not us" with a reason. */
export function HandBackTask({ action, which }: { action: FormAction; which: WhichPart }) {
  const t = useTranslations('tasks')
  const id = `${which.id}-${which.partner}`
  return (
    <Disclosure summary={t('move.handBack')}>
      <ActionForm action={action} requestKey={crypto.randomUUID()} className="stack">
        <PartFields which={which} />
        <KeptDate id={`${id}-day`} name="day" label={t('move.laterDay')} />
        <div>
          <Button name="move" value="later" tone="quiet">
            {t('move.later')}
          </Button>
        </div>
        <KeptText
          id={`${id}-reason`}
          name="reason"
          label={t('move.notUsReason')}
          maxLength={500}
          autoComplete="off"
        />
        <div>
          <Button name="move" value="not_us" tone="quiet">
            {t('move.notUs')}
          </Button>
        </div>
      </ActionForm>
    </Disclosure>
  )
}

/** Names the part and the version the reader saw. */
export function PartFields({ which }: { which: WhichPart }) {
  return (
    <>
      <input type="hidden" name="regionId" value={which.regionId} />
      <input type="hidden" name="id" value={which.id} />
      <input type="hidden" name="partner" value={which.partner} />
      <input type="hidden" name="version" value={which.version} />
    </>
  )
}
