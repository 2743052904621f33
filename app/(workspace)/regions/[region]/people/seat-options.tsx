import { useTranslations } from '@/lib/i18n/server'
import type { Seats } from '@/lib/people/seats'

/** The seats that can be offered, as the options of a choice. */
export function SeatOptions({ seats: { roles, organisations } }: { seats: Seats }) {
  const t = useTranslations('people')
  return (
    <>
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(`invite.${role}`)}
        </option>
      ))}
      {organisations.length > 0 && (
        <optgroup label={t('invite.organisations')}>
          {organisations.map(({ id, name }) => (
            <option key={id} value={`partner:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
    </>
  )
}

/** The seat that stands chosen at first: that of an organisation that was asked for, if any. */
export function seatAtFirst({ roles, organisations }: Seats, partnerId: unknown): string {
  const asked = organisations.find(({ id }) => id === partnerId)
  const chosen = asked ?? (roles.length === 0 ? organisations[0] : undefined)
  return chosen ? `partner:${chosen.id}` : (roles[0] ?? '')
}
