import type { Viewer } from '@/lib/auth/rules'
import { ROLES, type Region, type Role, type World } from './cast'

export type Answers = Record<Exclude<Role, 'outsider' | 'former'>, string>

export interface Row {
  /** Sets the scene before anybody asks. */
  prepare?: (world: World) => Promise<void>
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

/** A function that is about no region: everybody's answer. */
export interface ProgrammeRow {
  prepare?: (world: World) => Promise<void>
  writes?: boolean
  call: (viewer: Viewer, world: World) => Promise<unknown>
  everybody: Record<Role, string>
}

export const all = (answer: string) => Object.fromEntries(ROLES.map((role) => [role, answer]))
export const everybody = all('ok') as Record<Role, string>
export const programme = { ...all('not-found'), admin: 'ok', staff: 'ok' } as Record<Role, string>
export const adminOnly = { ...all('not-found'), admin: 'ok' } as Record<Role, string>

export const members: Answers = {
  admin: 'ok',
  staff: 'ok',
  coordinator: 'ok',
  partner: 'ok',
  observer: 'ok',
}
export const coordinator: Answers = {
  ...{ admin: 'forbidden', staff: 'forbidden', coordinator: 'ok' },
  ...{ partner: 'forbidden', observer: 'forbidden' },
}
export const coordinatorOrAdmin: Answers = { ...coordinator, admin: 'ok' }
