import { pointOf, ratingAt } from '@/lib/candid/layout/rules'
import { CUT, HIGHEST, LOWEST } from '@/lib/candid/matrix/rules'

/** A dot on its way: the organisation and the rating it would get. */
export interface Held {
  id: string
  name: string
  influence: number
  interest: number
  reason: string
}

export const STEPS: Record<string, { influence: number; interest: number } | undefined> = {
  ArrowUp: { influence: 1, interest: 0 },
  ArrowDown: { influence: -1, interest: 0 },
  ArrowRight: { influence: 0, interest: 1 },
  ArrowLeft: { influence: 0, interest: -1 },
}

export function dotAt(target: EventTarget): SVGAElement | null {
  return target instanceof Element ? target.closest<SVGAElement>('a[data-dot]') : null
}

/** Where a dot would be one step on; one that has no rating yet begins in the middle. */
export function readDot(
  dot: SVGAElement,
  own: Held | null,
  step = { influence: 0, interest: 0 },
): Held {
  const { dot: id = '', name = '', influence, interest, reason = '' } = dot.dataset
  const within = (value: number) => Math.min(HIGHEST, Math.max(LOWEST, value))
  const isNew = own === null && !influence
  const from = own ?? {
    influence: Number(influence) || CUT,
    interest: Number(interest) || CUT,
  }
  return {
    ...{ id, name, reason },
    influence: within(from.influence + (isNew ? 0 : step.influence)),
    interest: within(from.interest + (isNew ? 0 : step.interest)),
  }
}

export function moveTo(dot: SVGAElement, held: Held): void {
  const { x, y } = pointOf(held)
  dot.parentElement?.setAttribute('transform', `translate(${x} ${y})`)
}

/** Puts a dot back to where the drawing has it. */
export function letGo(board: Element | null, id: string): void {
  const dot = board?.querySelector<SVGAElement>(`a[data-dot="${id}"]`)
  if (!dot) return
  const { x, y } = dot.dataset
  dot.parentElement?.setAttribute('transform', `translate(${x} ${y})`)
}

/** The rating under the mouse. */
export function pointOn(dot: SVGAElement, event: { clientX: number; clientY: number }) {
  const screen = dot.ownerSVGElement?.getScreenCTM()
  if (!screen) return null
  return ratingAt(new DOMPoint(event.clientX, event.clientY).matrixTransform(screen.inverse()))
}
