import { isCoordinator, type Viewer } from '../../auth/rules'

/** Coordinators enter and confirm numbers and set targets (product.md, Roles). */
export function canKeepMetrics(viewer: Viewer, regionId: string): boolean {
  return isCoordinator(viewer, regionId)
}
