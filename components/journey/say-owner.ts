import type { Translator } from '@/lib/i18n/voice'
import type { Owner } from '@/lib/journey/access/rules'
import { SECTORS } from '@/lib/partners/rules'

/** An owner in words; an organisation not among `partners` is a former one. */
export function sayOwner(
  owner: Owner,
  partners: readonly { id: string; name: string }[],
  words: Translator<'words'>,
): string {
  if (owner.kind === 'coordinator') return words('owner.coordinator')
  if (owner.kind === 'any-partner') return words('owner.anyPartner')
  if (owner.kind === 'partner') {
    const partner = partners.find(({ id }) => id === owner.partnerId)
    return partner?.name ?? words('owner.formerPartner')
  }
  const sector = SECTORS.find((known) => known === owner.sector)
  return sector
    ? words('owner.sector', { sector: words(`sector.${sector}`) })
    : words('owner.anyPartner')
}
