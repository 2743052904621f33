import { isCoordinator, membershipIn, type Viewer } from '../../auth/rules'
import { isOpenTask, type Move, type Part, type TaskFor, type TaskState } from '../rules'

/** The viewer's own organisation in a region with its sector. */
interface Organisation {
  id: string
  sector: string
}

interface Asked {
  forKind: TaskFor
  forSector: string | null
  parts: readonly (Part & { partnerId: string })[]
}

/** Coordinators create, assign and close tasks (product.md, Roles). */
export function canKeepTasks(viewer: Viewer, regionId: string): boolean {
  return isCoordinator(viewer, regionId)
}

/** Partners propose new ones, in the name of their organisation. */
export function canProposeTasks(viewer: Viewer, regionId: string): boolean {
  const membership = membershipIn(viewer, regionId)
  return membership?.role === 'partner' && membership.partnerId !== null
}

/** True where an organisation may do a task: it is asked by name, or is one of those who may. */
export function isAskedOf(task: Asked, organisation: Organisation | null): boolean {
  if (!organisation) return false
  if (task.parts.some(({ partnerId }) => partnerId === organisation.id)) return true
  if (task.forKind === 'any-partner') return true
  return task.forKind === 'sector' && task.forSector === organisation.sector
}

/**
 * Whether the viewer may make a move for an organisation. A partner's are: ticking off, handing
 * back, and taking back a tick-off that nobody has looked at yet; all others are a coordinator's.
 */
export function canMove(
  viewer: Viewer,
  regionId: string,
  { task, move, own }: { task: Asked; move: Move; own: Organisation | null },
  partnerId: string | null,
): boolean {
  if (canKeepTasks(viewer, regionId)) return true
  if (!own || partnerId !== own.id || !isAskedOf(task, own)) return false
  if (move === 'tick' || move === 'not_us' || move === 'later') return true
  const part = task.parts.find((one) => one.partnerId === own.id)
  return move === 'reopen' && part?.state === 'submitted'
}

/**
 * Whether the viewer may take a file or page off a task: coordinators any; others what they attached
 * for their own organisation themselves, until its part, or the task, is done.
 */
export function canDetach(
  viewer: Viewer,
  regionId: string,
  {
    task,
    own,
    partnerId,
    isMine,
  }: {
    task: Asked & { state: TaskState; archived: boolean }
    own: Organisation | null
    partnerId: string | null
    isMine: boolean
  },
): boolean {
  if (canKeepTasks(viewer, regionId)) return true
  if (!own || partnerId !== own.id || !isMine || task.archived || !isOpenTask(task.state))
    return false
  const part = task.parts.find((one) => one.partnerId === own.id)
  return part?.state !== 'done'
}
