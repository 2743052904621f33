import { ActionForm } from '@/components/forms/action-form'
import { KeptSelect, KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import type { findRoom } from '@/lib/consensus/guests'
import { useTranslations } from '@/lib/i18n/server'
import { SECTORS } from '@/lib/partners/rules'
import { join } from '../actions'

type Door = NonNullable<Awaited<ReturnType<typeof findRoom>>>

/** Name and organisation: all that a room asks of somebody who comes in. */
export function JoinForm({ door: { code, region, organisations } }: { door: Door }) {
  const t = useTranslations('session')
  const words = useTranslations('words')
  return (
    <div className="reading">
      <PageHeader title={t('door.joinTitle', { region })} lede={t('door.joinLede')} />
      <Card>
        <ActionForm action={join} requestKey={crypto.randomUUID()} className="stack">
          <input type="hidden" name="code" value={code} />
          <KeptText
            name="name"
            label={t('door.name')}
            hint={t('door.nameHint')}
            autoComplete="given-name"
            maxLength={80}
            required
          />
          <KeptSelect name="partner" label={t('door.partner')} defaultValue="">
            <option value="">{t('door.another')}</option>
            {organisations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </KeptSelect>
          <fieldset className="stack join-other">
            <legend>{t('door.other')}</legend>
            <KeptText
              name="organisation"
              label={t('door.organisation')}
              autoComplete="organization"
              maxLength={120}
            />
            <KeptSelect name="sector" label={t('door.sector')} defaultValue="">
              <option value="">{t('door.choose')}</option>
              {SECTORS.map((sector) => (
                <option key={sector} value={sector}>
                  {words(`sector.${sector}`)}
                </option>
              ))}
            </KeptSelect>
          </fieldset>
          <Button size="wide">{t('door.join')}</Button>
        </ActionForm>
      </Card>
    </div>
  )
}
