import { isCoordinator, membershipIn, seesAllRegions, type Viewer } from '../auth/rules'

/** In which role somebody writes. */
export type Voice = 'coordinator' | 'partner' | 'staff'

/** Minutes in which an author may still correct a comment. */
export const EDIT_MINUTES = 15

/** What decides who may do what with a comment. */
interface Written {
  authorId: string | null
  createdAt: Date
  removedAt: Date | null
}

/**
 * The role in which the viewer writes in a region; null for those who only read (observers) and
 * for strangers.
 */
export function voiceIn(viewer: Viewer, regionId: string): Voice | null {
  const role = membershipIn(viewer, regionId)?.role
  if (role === 'coordinator' || role === 'partner') return role
  return seesAllRegions(viewer) ? 'staff' : null
}

/** Authors correct their own words for a quarter of an hour. */
export function canEditComment(
  viewer: Viewer,
  regionId: string,
  comment: Written,
  now: Date,
): boolean {
  const age = now.getTime() - comment.createdAt.getTime()
  return isOwn(viewer, regionId, comment) && age < EDIT_MINUTES * 60_000
}

/** Authors take their own words away, coordinators anybody's. */
export function canRemoveComment(viewer: Viewer, regionId: string, comment: Written): boolean {
  if (comment.removedAt !== null) return false
  return isCoordinator(viewer, regionId) || isOwn(viewer, regionId, comment)
}

function isOwn(viewer: Viewer, regionId: string, { authorId, removedAt }: Written): boolean {
  return authorId === viewer.userId && removedAt === null && voiceIn(viewer, regionId) !== null
}

/** True for a question that nobody has answered yet. */
export function isWaiting(comment: {
  asks: boolean
  answeredAt: Date | null
  removedAt: Date | null
}): boolean {
  return comment.asks && comment.answeredAt === null && comment.removedAt === null
}

/** A piece of a comment: words, or an address of the web that may be followed. */
export interface Piece {
  text: string
  href: string | null
}

const ADDRESS = /https?:\/\/[^\s<>"'`]+/gi
// A sentence's end and what closes a bracket belong to the words around an address.
const TRAILING = /[.,;:!?)\]}»“”’…]+$/u

/** Cuts a text into words and addresses; together they are the text again, letter by letter. */
export function cutLinks(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const href = found.replace(TRAILING, '')
    if (!URL.canParse(href)) continue
    if (index > from) pieces.push({ text: text.slice(from, index), href: null })
    pieces.push({ text: href, href })
    from = index + href.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null })
  return pieces
}
