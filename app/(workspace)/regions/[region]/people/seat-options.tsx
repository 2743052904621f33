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

/**
 * The seat that stands chosen at first for one person: that of an organisation that was asked for,
 * the coordinator's where there is none yet, else a partner's, of whom the organisation is asked.
 */
export function seatAtFirst(seats: Seats & { coordinators: number }, partnerId: unknown): string {
  const { roles, organisations, coordinators } = seats
  const asked = organisations.find(({ id }) => id === partnerId)
  if (asked) return `partner:${asked.id}`
  if (coordinators === 0 && roles.includes('coordinator')) return 'coordinator'
  const [only, ...others] = organisations
  if (only) return others.length === 0 ? `partner:${only.id}` : ''
  return roles[0] ?? ''
}

/** The seat of those of whom a list says nothing: the one that allows least. */
export function seatOfOthers({ roles, organisations }: Seats): string {
  const [only] = organisations
  return roles[0] ?? (only ? `partner:${only.id}` : '')
}
