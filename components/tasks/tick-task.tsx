import { ActionForm, type FormAction } from '@/components/forms/action-form'
import { KeptDate, KeptText, KeptTextArea } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
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
  action: FormAction
  which: WhichPart
}

/** Ticks a task off, with a note and a page if there are any: one screen, one press. */
export function TickTask({ action, which }: Props) {
  const t = useTranslations('tasks')
  const forms = useTranslations('forms')
  const id = `${which.id}-${which.partner}`
  return (
    <ActionForm
      action={action}
      requestKey={crypto.randomUUID()}
      className="stack task-tick"
      label={t('move.label', { title: which.title, who: which.who })}
    >
      <PartFields which={which} />
      <KeptTextArea
        id={`${id}-note`}
        name="note"
        label={t('move.note')}
        aside={forms('optional')}
        hint={t('move.noteHint')}
        rows={2}
        maxLength={2000}
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
        <Button name="move" value="tick">
          {t('move.tick')}
          <span className="visually-hidden">: {which.title}</span>
        </Button>
      </div>
    </ActionForm>
  )
}

/** Hands a task back: "later" with a day, or "not us" with a reason. */
export function HandBackTask({ action, which }: Props) {
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
