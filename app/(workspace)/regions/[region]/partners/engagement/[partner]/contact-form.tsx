import { ActionForm } from '@/components/forms/action-form'
import { KeptDate, KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'
import { plan } from '../actions'
import type { Found } from './found'

/** When somebody gets in touch next, and who. */
export function ContactForm({ found: { region, partner, coordinators } }: { found: Found }) {
  const t = useTranslations('engagement')
  const forms = useTranslations('forms')
  return (
    <ActionForm action={plan} requestKey={crypto.randomUUID()} className="stack">
      <input type="hidden" name="regionId" value={region.id} />
      <input type="hidden" name="partnerId" value={partner.id} />
      <input type="hidden" name="version" value={partner.nextVersion} />
      <KeptDate name="dueOn" label={t('next.dueOn')} defaultValue={partner.nextOn ?? ''} />
      <KeptText
        name="who"
        label={t('next.who')}
        defaultValue={partner.nextWho}
        maxLength={80}
        list="coordinators"
        autoComplete="off"
      />
      <datalist id="coordinators">
        {coordinators.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div>
        <Button tone="quiet">{forms('save')}</Button>
      </div>
    </ActionForm>
  )
}
