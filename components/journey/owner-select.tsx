import { KeptSelect } from '@/components/forms/kept-fields'
import { useTranslations } from '@/lib/i18n/server'
import { type Owner, ownerWord } from '@/lib/journey/access/rules'
import { SECTORS } from '@/lib/partners/rules'

interface Props {
  id: string
  owner: Owner
  partners: readonly { id: string; name: string }[]
}

/** Who looks after something: the coordinator, any partner, a sector, or one partner. */
export function OwnerSelect({ id, owner, partners }: Props) {
  const t = useTranslations('step')
  const words = useTranslations('words')
  const isFormer = owner.kind === 'partner' && !partners.some((one) => one.id === owner.partnerId)
  return (
    <KeptSelect id={id} name="owner" label={t('owner')} defaultValue={ownerWord(owner)}>
      <option value="coordinator">{words('owner.coordinator')}</option>
      <option value="any-partner">{words('owner.anyPartner')}</option>
      <optgroup label={t('sectors')}>
        {SECTORS.map((sector) => (
          <option key={sector} value={`sector:${sector}`}>
            {words(`sector.${sector}`)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('partners')}>
        {isFormer && <option value={ownerWord(owner)}>{words('owner.formerPartner')}</option>}
        {partners.map((partner) => (
          <option key={partner.id} value={`partner:${partner.id}`}>
            {partner.name}
          </option>
        ))}
      </optgroup>
    </KeptSelect>
  )
}
