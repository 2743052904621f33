import { isAdmin, seesAllRegions, type Viewer } from '../../../auth/rules'

/** Programme staff read what editions there are and how they differ (product.md, Roles). */
export function canReadEditions(viewer: Viewer): boolean {
  return seesAllRegions(viewer)
}

/** New editions are the administrator's to load. */
export function canLoadEditions(viewer: Viewer): boolean {
  return isAdmin(viewer)
}

/** Moving a region to another edition is the programme staff's alone (product.md, Roles). */
export function canMoveRegions(viewer: Viewer): boolean {
  return viewer.programmeRole === 'staff'
}
