import { isCoordinator, seesAllRegions, type Viewer } from '../../auth/rules'

/** Coordinators enter and confirm numbers and set targets (product.md, Roles). */
export function canKeepMetrics(viewer: Viewer, regionId: string): boolean {
  return isCoordinator(viewer, regionId)
}

/** The rates by which money is counted are the programme's to enter. */
export function canKeepRates(viewer: Viewer): boolean {
  return seesAllRegions(viewer)
}
