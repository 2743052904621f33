import { useTranslations } from '@/lib/i18n/server'
import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import type { getPartner } from '@/lib/partners/data'
import type { Partner } from '@/lib/partners/read'
import { archive, change, changeOwn } from '../actions'
import { ProfileFields, StandingFields } from '../partner-fields'

type Found = Awaited<ReturnType<typeof getPartner>>

export function EditPartner({ found }: { found: Found }) {
  const { region, partner, mayKeep } = found
  const t = useTranslations('partners')
  const forms = useTranslations('forms')
  return (
    <div className="stack">
      <ActionForm
        action={mayKeep ? change : changeOwn}
        requestKey={crypto.randomUUID()}
        className="stack"
      >
        <WhichPartner regionId={region.id} partner={partner} />
        <ProfileFields partner={partner} />
        {mayKeep && <StandingFields partner={partner} />}
        <div>
          <Button>{forms('save')}</Button>
        </div>
      </ActionForm>
      {mayKeep && (
        <ActionForm action={archive} requestKey={crypto.randomUUID()}>
          <WhichPartner regionId={region.id} partner={partner} />
          <Button tone="plain">{t('one.archive')}</Button>
        </ActionForm>
      )}
    </div>
  )
}

/** Names the partner and the version the reader saw. */
export function WhichPartner({ regionId, partner }: { regionId: string; partner: Partner }) {
  return (
    <>
      <input type="hidden" name="regionId" value={regionId} />
      <input type="hidden" name="id" value={partner.id} />
      <input type="hidden" name="version" value={partner.version} />
    </>
  )
}
