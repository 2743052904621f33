import { ActionForm } from '@/components/forms/action-form'
import { KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'
import { sayName } from './profile/actions'

/** Asks whoever has no name yet how others should call them; it is in nobody's way. */
export function NameBar() {
  const t = useTranslations('profile')
  return (
    <section aria-label={t('name')} className="name-bar">
      <ActionForm action={sayName} requestKey={crypto.randomUUID()} className="name-bar-form">
        <KeptText
          id="own-name"
          name="name"
          label={t('ask')}
          hint={t('nameHint')}
          maxLength={100}
          autoComplete="name"
          required
        />
        <Button tone="quiet">{t('askSave')}</Button>
      </ActionForm>
    </section>
  )
}
