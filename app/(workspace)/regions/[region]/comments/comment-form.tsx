import { ActionForm } from '@/components/forms/action-form'
import { KeptCheckbox, KeptChoices, KeptTextArea } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { Reachable } from '@/lib/comments/data'
import { useTranslations } from '@/lib/i18n/server'
import { add } from './actions'

interface Props {
  regionId: string
  subject: string
  reachable: Reachable[]
}

export function CommentForm({ regionId, subject, reachable }: Props) {
  const t = useTranslations('comments')
  const words = useTranslations('words')
  const choices = reachable.map(({ id, name, role, organisation }) => ({
    value: id,
    label: name || t(role === 'staff' ? 'staff' : 'former'),
    aside: organisation ?? words(`role.${role}`),
  }))
  return (
    <ActionForm
      action={add}
      requestKey={crypto.randomUUID()}
      className="stack stack-tight comment-form"
    >
      <input type="hidden" name="regionId" value={regionId} />
      <input type="hidden" name="subject" value={subject} />
      <KeptTextArea id="comment-text" name="text" label={t('write')} maxLength={4000} required />
      <KeptCheckbox id="comment-asks" name="asks" label={t('asks')} />
      {choices.length > 0 && (
        <Disclosure summary={t('tell')}>
          <KeptChoices name="tell" legend={t('tell')} hint={t('tellHint')} choices={choices} />
        </Disclosure>
      )}
      <div>
        <Button>{t('add')}</Button>
      </div>
    </ActionForm>
  )
}
