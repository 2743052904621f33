import { isLikelySame } from '../../../partners/spelling/rules'
import { keyOf } from '../../../sheet/text/rules'
import type { Seat } from '../../access/rules'
import type { OrganisationChoice, Pasted, PastedFault } from '../rules'

export interface Situation {
  /** The organisations that are not set aside. */
  partners: readonly { id: string; name: string }[]
  /** Addresses of members, and of those whose invitation is neither taken up nor withdrawn. */
  members: ReadonlySet<string>
  invited: ReadonlySet<string>
  /** Whether the one who invites may offer this seat. */
  mayOffer: (seat: Seat) => boolean
  /** Whether an organisation that is not in the register may be added to it. */
  mayAdd: boolean
}

export interface Decision {
  wanted: Pasted
  /** Null as long as it is not known. */
  seat: Seat | null
  /** An organisation that the register does not have, as the list spells it. */
  asks: {
    name: string
    likely: { id: string; name: string }[]
    choice: OrganisationChoice | null
  } | null
  /** Why nobody is to be mailed because of this line; nothing is wrong with it. */
  leftOut: { why: 'member' | 'invited' } | { why: 'twice'; row: number } | null
  faults: PastedFault[]
}

/** What each line of a list comes to. `fallback` is for lines that say nothing of role and organisation. */
export function decidePasted(
  situation: Situation,
  wanted: readonly Pasted[],
  { fallback, choices }: { fallback: Seat; choices: ReadonlyMap<string, OrganisationChoice> },
): Decision[] {
  const seen = new Map<string, number>()
  return wanted.map((one): Decision => {
    const placed = findSeat(situation, one, fallback, choices)
    const leftOut = findReason(situation, one, seen.get(one.email))
    if (one.email !== '' && !seen.has(one.email)) seen.set(one.email, one.row)
    return leftOut
      ? { wanted: one, seat: placed.seat, asks: null, leftOut, faults: [] }
      : { wanted: one, leftOut, ...placed }
  })
}

function findReason(
  { members, invited }: Situation,
  { email }: Pasted,
  before: number | undefined,
): Decision['leftOut'] {
  if (before !== undefined) return { why: 'twice', row: before }
  if (members.has(email)) return { why: 'member' }
  return invited.has(email) ? { why: 'invited' } : null
}

type Placed = Pick<Decision, 'seat' | 'asks' | 'faults'>

function findSeat(
  situation: Situation,
  { role, organisation }: Pasted,
  fallback: Seat,
  choices: ReadonlyMap<string, OrganisationChoice>,
): Placed {
  const wanted = role ?? (organisation === '' ? fallback.role : 'partner')
  if (wanted !== 'partner') return offer(situation, { role: wanted, partnerId: null })
  if (organisation === '') {
    return fallback.partnerId
      ? offer(situation, { role: 'partner', partnerId: fallback.partnerId })
      : { seat: null, asks: null, faults: ['organisationMissing'] }
  }
  const known = situation.partners.find(({ name }) => keyOf(name) === keyOf(organisation))
  if (known) return offer(situation, { role: 'partner', partnerId: known.id })
  const likely = situation.partners.filter(
    ({ id, name }) =>
      situation.mayOffer({ role: 'partner', partnerId: id }) && isLikelySame(name, organisation),
  )
  if (likely.length === 0 && !situation.mayAdd) {
    return { seat: null, asks: null, faults: ['organisationUnknown'] }
  }
  const choice = choices.get(keyOf(organisation)) ?? null
  if (choice?.kind === 'new' && !situation.mayAdd) {
    return { seat: null, asks: null, faults: ['organisationUnknown'] }
  }
  const partnerId = choice?.kind === 'known' ? choice.id : null
  const asks = { name: organisation, likely, choice }
  if (partnerId === null) return { seat: null, asks, faults: [] }
  const isOffered = likely.some(({ id }) => id === partnerId)
  return isOffered
    ? { ...offer(situation, { role: 'partner', partnerId }), asks }
    : { seat: null, asks, faults: ['organisationUnknown'] }
}

function offer({ mayOffer }: Situation, seat: Seat): Placed {
  const faults: PastedFault[] = mayOffer(seat) ? [] : ['roleNotYours']
  return { seat, asks: null, faults }
}
