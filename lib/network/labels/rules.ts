import { HEIGHT, type Point, WIDTH } from '../layout/rules'

/** Height of a name and how far it stands from its mark. */
const LINE = 16
const SIZE = 14
const OFF = 16
const MARK = 11
const RING = 8

export interface Labelled extends Point {
  text: string
  /** The higher, the sooner it gets its place. */
  weight: number
  /** Whether a ring is drawn around the mark. */
  ringed: boolean
}

export interface Label extends Point {
  anchor: 'start' | 'middle' | 'end'
  text: string
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** The longest name that the drawing writes out; the table has all of it. */
const MOST_LETTERS = 28

/**
 * A place for as many names as fit beside their marks without covering a mark or another name;
 * null for those that do not, which show on their own when asked for.
 */
export function placeLabels(marks: readonly Labelled[]): (Label | null)[] {
  const taken: Box[] = marks.map(({ x, y }) => around({ x, y }))
  const labels: (Label | null)[] = marks.map(() => null)
  const order = marks
    .map(({ weight, text }, place) => ({ weight, text, place }))
    .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
  for (const { place } of order) {
    const mark = marks[place]
    if (!mark) continue
    const free = candidates(mark).find(({ box }) => isFree(box, taken, place))
    if (!free) continue
    taken.push(free.box)
    labels[place] = free.label
  }
  return labels
}

/** A name as the drawing writes it. */
function shorten(text: string): string {
  const letters = [...text]
  if (letters.length <= MOST_LETTERS) return text
  return `${letters
    .slice(0, MOST_LETTERS - 1)
    .join('')
    .trimEnd()}…`
}

function candidates({ x, y, text: whole, ringed }: Labelled): { label: Label; box: Box }[] {
  const text = shorten(whole)
  const wide = widthOf(text)
  const off = OFF + (ringed ? RING : 0)
  const at = (anchor: Label['anchor'], dx: number, dy: number) => {
    const left = x + dx - (anchor === 'start' ? 0 : anchor === 'end' ? wide : wide / 2)
    const box = { left, right: left + wide, top: y + dy - LINE + 4, bottom: y + dy + 4 }
    return { label: { x: x + dx, y: y + dy, anchor, text }, box }
  }
  return [
    at('start', off, 5),
    at('end', -off, 5),
    at('middle', 0, -off - 1),
    at('middle', 0, off + LINE - 4),
    at('start', off - 4, -8),
    at('end', 4 - off, -8),
    at('start', off - 4, 18),
    at('end', 4 - off, 18),
  ]
}

function around({ x, y }: Point): Box {
  return { left: x - MARK, right: x + MARK, top: y - MARK, bottom: y + MARK }
}

function isFree(box: Box, taken: readonly Box[], own: number): boolean {
  const inside = box.left >= 2 && box.right <= WIDTH - 2 && box.top >= 2 && box.bottom <= HEIGHT - 2
  return inside && taken.every((other, place) => place === own || !overlap(box, other))
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  )
}

/** Rather too wide than too narrow, whatever the letters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + SIZE * emOf(letter), 0)
}

function emOf(letter: string): number {
  if (/[\u1100-\u11ff\u2e80-\uffdf]/.test(letter) || letter.length > 1) return 1.05
  if (/[iljft.,:;'’|!() ]/.test(letter)) return 0.34
  return /[\p{Lu}mw@&—–…]/u.test(letter) ? 0.74 : 0.56
}
