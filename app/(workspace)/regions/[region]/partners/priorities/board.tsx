'use client'

import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useRef,
  useState,
} from 'react'
import { ActionForm, type FormAction } from '@/components/forms/action-form'
import { announce } from '@/components/forms/announcer'
import type { BoardWords } from './board-words'
import { dotAt, type Held, letGo, moveTo, pointOn, readDot, STEPS } from './dots'
import { HeldForm } from './held-form'

interface Props {
  action: FormAction
  regionId: string
  words: BoardWords
  /** The drawing, whose dots are links that work without this. */
  children: ReactNode
}

/**
 * Lets dots be moved by arrow keys or dragged by mouse: what is saved is the mover's own rating. The
 * drawing shows the median again once it is saved.
 */
export function Board({ action, regionId, words, children }: Props) {
  const board = useRef<HTMLDivElement>(null)
  const dragged = useRef<{ dot: SVGAElement; moved: boolean; x: number; y: number } | null>(null)
  const [held, setHeld] = useState<Held | null>(null)

  const say = ({ name, influence, interest }: Held) =>
    words.at
      .replace('{name}', name)
      .replace('{influence}', String(influence))
      .replace('{interest}', String(interest))

  const hold = (dot: SVGAElement, to: Held) => {
    if (held && held.id !== to.id) letGo(board.current, held.id)
    moveTo(dot, to)
    setHeld(to)
    announce(say(to))
  }
  const release = (said?: string) => {
    if (!held) return
    letGo(board.current, held.id)
    setHeld(null)
    if (said) announce(said)
  }

  const save: FormAction = async (previous, data) => {
    const answer = await action(previous, data)
    if (answer.status === 'saved') release()
    return answer
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const dot = dotAt(event.target)
    if (!dot) return
    const own = held?.id === dot.dataset.dot ? held : null
    const step = STEPS[event.key]
    if (step) {
      event.preventDefault()
      hold(dot, readDot(dot, own, step))
    } else if (own && event.key === 'Enter') {
      event.preventDefault()
      board.current?.querySelector('form')?.requestSubmit()
    } else if (own && event.key === 'Escape') {
      release(words.let)
    }
  }

  const onPointerDown = (event: PointerEvent) => {
    const dot = dotAt(event.target)
    // A finger scrolls; it places by the form behind the dot.
    if (!dot || event.pointerType === 'touch' || event.button !== 0) return
    dragged.current = { dot, moved: false, x: event.clientX, y: event.clientY }
  }
  const onPointerMove = (event: PointerEvent) => {
    const now = dragged.current
    if (!now) return
    if (!now.moved && Math.hypot(event.clientX - now.x, event.clientY - now.y) < 6) return
    if (!now.moved) board.current?.setPointerCapture(event.pointerId)
    now.moved = true
    const rating = pointOn(now.dot, event)
    if (!rating) return
    const to = { ...readDot(now.dot, null), ...rating }
    const isSame = held?.id === to.id && say(held) === say(to)
    if (!isSame) hold(now.dot, to)
  }
  const onPointerUp = () => {
    if (dragged.current?.moved) dragged.current.dot.focus()
    else dragged.current = null
  }
  const onClick = (event: MouseEvent) => {
    if (dragged.current?.moved) event.preventDefault()
    dragged.current = null
  }

  return (
    <div
      ref={board}
      className="stack"
      onKeyDown={onKeyDown}
      onClickCapture={onClick}
      {...{ onPointerDown, onPointerMove, onPointerUp }}
    >
      <p className="muted small board-help">{words.help}</p>
      {held && (
        <div className="board-held">
          <p>
            <strong>{say(held)}</strong>
          </p>
          <ActionForm key={held.id} action={save} className="stack" keepsDraft={false}>
            <HeldForm {...{ held, words, regionId }} onCancel={() => release(words.let)} />
          </ActionForm>
        </div>
      )}
      {children}
    </div>
  )
}
