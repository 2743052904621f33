import { mintViewer } from '@/lib/auth/mint'
import type { Viewer } from '@/lib/auth/rules'

/** The same viewer, whose next change happens once for this key. */
export function withRequestKey(viewer: Viewer, requestKey: string | undefined): Viewer {
  return requestKey ? mintViewer({ ...viewer, requestKey }) : viewer
}
