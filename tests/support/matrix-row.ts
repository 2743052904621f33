import type { Viewer } from '@/lib/auth/rules'
import type { Region, Role, World } from './cast'

/** What each role is answered about a region of one's own. */
export type Answers = Record<Exclude<Role, 'outsider' | 'former'>, string>

export interface Row {
  /** False for a function that only reads: then nothing may change, whoever asks. */
  writes?: boolean
  /** What the function is asked about, in the region named. */
  call: (viewer: Viewer, region: Region, world: World) => Promise<unknown>
  /** A request for the own region that carries another tenant's id within. */
  nested?: (viewer: Viewer, world: World) => Promise<unknown>
  /** What `nested` is answered with, where it is not 'not-found'. */
  nestedAnswer?: string
  /** By role, for a region of one's own; strangers always hear 'not-found'. */
  answers: Answers
}
