import { isCoordinator, type Viewer } from '../../auth/rules'

/** Ratings, talks and notes are the coordinators' own: also staff and administrators see none. */
export function canBeCandid(viewer: Viewer, regionId: string): boolean {
  return isCoordinator(viewer, regionId)
}
