import { isCoordinator, membershipIn, type Viewer } from '../../auth/rules'

/** Who looks after an item or milestone. */
export type Owner =
  | { kind: 'coordinator' }
  | { kind: 'any-partner' }
  | { kind: 'sector'; sector: string }
  | { kind: 'partner'; partnerId: string }

interface OwnerColumns {
  ownerKind: string | null
  ownerSector: string | null
  ownerPartner: string | null
}

/** The owner a region has set, else the guidebook's default ('coordinator', 'partner:public', …). */
export function ownerOf(set: OwnerColumns | null, defaultOwner: string): Owner {
  if (set?.ownerKind === 'coordinator') return { kind: 'coordinator' }
  if (set?.ownerKind === 'any-partner') return { kind: 'any-partner' }
  if (set?.ownerKind === 'sector' && set.ownerSector) {
    return { kind: 'sector', sector: set.ownerSector }
  }
  if (set?.ownerKind === 'partner' && set.ownerPartner) {
    return { kind: 'partner', partnerId: set.ownerPartner }
  }
  if (defaultOwner.startsWith('partner:')) return { kind: 'sector', sector: defaultOwner.slice(8) }
  return defaultOwner === 'coordinator' ? { kind: 'coordinator' } : { kind: 'any-partner' }
}

/** The columns that keep an owner. */
export function ownerColumns(owner: Owner): OwnerColumns {
  return {
    ownerKind: owner.kind,
    ownerSector: owner.kind === 'sector' ? owner.sector : null,
    ownerPartner: owner.kind === 'partner' ? owner.partnerId : null,
  }
}

/** What to keep of an owner that was chosen: nothing new where it is whose it was anyway. */
export function ownerChange(
  owner: Owner,
  set: OwnerColumns | null,
  defaultOwner: string,
): Partial<OwnerColumns> {
  return ownerWord(owner) === ownerWord(ownerOf(set, defaultOwner)) ? {} : ownerColumns(owner)
}

/** An owner as one word for forms: 'coordinator', 'any-partner', 'sector:business', 'partner:<id>'. */
export function ownerWord(owner: Owner): string {
  if (owner.kind === 'sector') return `sector:${owner.sector}`
  return owner.kind === 'partner' ? `partner:${owner.partnerId}` : owner.kind
}

/** The owner that such a word stands for. */
export function readOwner(word: string): Owner {
  if (word.startsWith('sector:')) return { kind: 'sector', sector: word.slice(7) }
  if (word.startsWith('partner:')) return { kind: 'partner', partnerId: word.slice(8) }
  return { kind: word === 'any-partner' ? 'any-partner' : 'coordinator' }
}

/** True if the owner is this organisation, its sector, or any partner. */
export function isOwnedBy(owner: Owner, partner: { id: string; sector: string } | null): boolean {
  if (!partner) return false
  if (owner.kind === 'any-partner') return true
  if (owner.kind === 'sector') return owner.sector === partner.sector
  return owner.kind === 'partner' && owner.partnerId === partner.id
}

/**
 * Coordinators tick everything; partners what their organisation or any partner owns
 * (product.md, Roles). `partner` is the viewer's own organisation with its sector.
 */
export function canTick(
  viewer: Viewer,
  regionId: string,
  owner: Owner,
  partner: { id: string; sector: string } | null,
): boolean {
  if (isCoordinator(viewer, regionId)) return true
  const membership = membershipIn(viewer, regionId)
  return (
    membership?.role === 'partner' &&
    partner !== null &&
    membership.partnerId === partner.id &&
    isOwnedBy(owner, partner)
  )
}

/** Waiving an essential item is the programme staff's (product.md, Roles). */
export function canWaive(viewer: Viewer): boolean {
  return viewer.programmeRole === 'staff'
}

/** Owners, due dates and "not applicable" are the coordinator's to set. */
export function canPlan(viewer: Viewer, regionId: string): boolean {
  return isCoordinator(viewer, regionId)
}
