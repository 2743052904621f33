import { ActionForm } from '@/components/forms/action-form'
import { KeptDate, KeptSelect, KeptText, KeptTextArea } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { NOTE_MONTHS } from '@/lib/candid/engagement/rules'
import { useTranslations } from '@/lib/i18n/server'
import { note } from '../actions'
import type { Found } from './found'

/** A talk that was held, or a note. */
export function TalkForm({ found: { region, partner } }: { found: Found }) {
  const t = useTranslations('engagement')
  const forms = useTranslations('forms')
  return (
    <ActionForm action={note} requestKey={crypto.randomUUID()} className="stack">
      <input type="hidden" name="regionId" value={region.id} />
      <input type="hidden" name="partnerId" value={partner.id} />
      <KeptSelect name="kind" label={t('talks.kind')} defaultValue="talk">
        <option value="talk">{t('talks.talk')}</option>
        <option value="note">{t('talks.note')}</option>
      </KeptSelect>
      <KeptDate
        name="heldOn"
        label={t('talks.heldOn')}
        defaultValue={region.today}
        max={region.today}
        required
      />
      <KeptText
        name="people"
        label={t('talks.people')}
        aside={forms('optional')}
        maxLength={160}
        autoComplete="off"
      />
      <KeptTextArea
        name="words"
        label={t('talks.words')}
        hint={t('talks.wordsHint', { months: NOTE_MONTHS })}
        maxLength={4000}
        rows={4}
      />
      <div>
        <Button>{t('talks.save')}</Button>
      </div>
    </ActionForm>
  )
}
