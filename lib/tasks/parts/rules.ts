import type { Part, TaskFor } from '../rules'

/** An organisation that is asked, and its person where it is one alone. */
export interface NewPart {
  partnerId: string
  userId: string | null
}

export interface PartsPlan {
  /** Organisations that are asked no longer. */
  gone: string[]
  fresh: NewPart[]
  /** Those that stay and whose person is another one now. */
  people: NewPart[]
  /** All parts as they are then. */
  kept: Part[]
}

/** Adds who is asked anew and takes away who no longer is, unless they have done something. */
export function planParts(
  parts: readonly (Part & NewPart)[],
  wanted: readonly NewPart[],
  forKind: TaskFor,
): PartsPlan {
  const ids = new Set(wanted.map(({ partnerId }) => partnerId))
  const known = new Set(parts.map(({ partnerId }) => partnerId))
  const isUntouched = ({ partnerId, state, back }: Part & NewPart) =>
    !ids.has(partnerId) && (state === 'open' || back === 'not_us' || back === 'later')
  const staying = parts.filter((part) => !isUntouched(part))
  const fresh = wanted.filter(({ partnerId }) => !known.has(partnerId))
  const person = wanted.find(({ userId }) => userId !== null)
  const others = staying.flatMap(({ partnerId, userId }) => {
    const meant = person?.partnerId === partnerId ? person.userId : null
    return userId === meant ? [] : [{ partnerId, userId: meant }]
  })
  const isOther = others.some(({ partnerId }) => ids.has(partnerId))
  return {
    gone: parts.filter(isUntouched).map(({ partnerId }) => partnerId),
    fresh,
    people: forKind === 'partners' && isOther ? others : [],
    kept: [...staying, ...fresh.map((): Part => ({ state: 'open', back: '' }))],
  }
}
