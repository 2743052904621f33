import { isCoordinator, membershipIn, type Viewer } from '../auth/rules'
import type { Guide } from '../guidebook/rules'

export const EVIDENCE_KINDS = ['note', 'link', 'file'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** Largest file that is taken, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** What a browser offers to choose from; what a file is, its bytes say. */
export const ACCEPTED_FILES =
  'application/pdf,image/png,image/jpeg,image/webp,image/gif,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt'

/** How many pieces one item or milestone may have at a time; older versions do not count. */
export const MAX_PIECES = 20

/** A piece of evidence as pages show it. `datedOn` is an ISO day, `fileSize` in bytes. */
export interface Piece {
  id: string
  entry: string
  step: string
  kind: EvidenceKind
  words: string
  url: string
  fileName: string
  fileType: string
  fileSize: number
  datedOn: string
  addedAt: Date
  /** Null for someone who is no longer known. */
  addedBy: string | null
  addedById: string | null
  replacedById: string | null
  removed: boolean
  version: number
}

/** A piece as it stands, with what it took the place of, newest first. */
export interface StandingPiece extends Piece {
  older: Piece[]
}

/** Pieces that stand (set aside ones too), newest day first, each with its older versions. */
export function stackVersions(pieces: readonly Piece[]): StandingPiece[] {
  const replaced = new Map(
    pieces.flatMap((piece) => (piece.replacedById ? [[piece.replacedById, piece]] : [])),
  )
  return pieces
    .filter(({ replacedById }) => replacedById === null)
    .sort((a, b) => b.datedOn.localeCompare(a.datedOn) || b.id.localeCompare(a.id))
    .map((piece) => {
      const older: Piece[] = []
      for (let one = replaced.get(piece.id); one; one = replaced.get(one.id)) older.push(one)
      return { ...piece, older }
    })
}

/** What a piece is called in a sentence: the first of its words, its address or its file's name. */
export function nameOfPiece({ kind, words, url, fileName }: PieceWords): string {
  const name = kind === 'file' ? fileName : words || url
  return name.length > 80 ? `${name.slice(0, 79).trimEnd()}…` : name
}

type PieceWords = Pick<Piece, 'kind' | 'words' | 'url' | 'fileName'>

/** A coordinator, or the partner's member who added it, replaces a piece and sets it aside. */
export function canManage(viewer: Viewer, regionId: string, addedById: string | null): boolean {
  if (isCoordinator(viewer, regionId)) return true
  return addedById === viewer.userId && membershipIn(viewer, regionId)?.role === 'partner'
}

/** Roles that may add evidence to some item or other; which one, the item's owner decides. */
export function canContribute(viewer: Viewer, slug: string): boolean {
  const place = viewer.memberships.find((membership) => membership.slug === slug)
  return place?.role === 'coordinator' || place?.role === 'partner'
}

interface Marked {
  ticks: readonly { item: string; state: string }[]
  milestones: readonly { milestone: string; state: string }[]
  evidence: Readonly<Record<string, number>>
}

/** An item or milestone by its id and name, in the step it belongs to. */
export interface NamedEntry {
  id: string
  title: string
  step: string
}

/** Items done and milestones reached that nothing shows, in the guidebook's order. */
export function listWithoutEvidence(guide: Guide, { ticks, milestones, evidence }: Marked) {
  const settled = new Set([
    ...ticks.filter(({ state }) => state === 'done').map(({ item }) => item),
    ...milestones.filter(({ state }) => state === 'reached').map(({ milestone }) => milestone),
  ])
  return listEntries(guide).filter(({ id }) => settled.has(id) && !evidence[id])
}

/** Every item and milestone of a guide, step by step. */
export function listEntries(guide: Guide): NamedEntry[] {
  return guide.steps.flatMap((step) => [
    ...[...step.items, step.upkeep, ...step.ownItems].map(({ id, label }) => ({
      ...{ id, title: label, step: step.slug },
    })),
    ...[...step.milestones, ...step.ownMilestones].map(({ id, title }) => ({
      ...{ id, title, step: step.slug },
    })),
  ])
}
