'use client'

import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'

/**
 * The list of cards. A card that is done leaves, and the focus with it: the card that takes its
 * place gets it, or the page itself after the last one.
 */
export function CardList({ children }: { children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null)
  const place = useRef<number | null>(null)

  useEffect(() => {
    if (place.current === null || !isFocusLost()) return
    const headings = [...(list.current?.querySelectorAll('h2') ?? [])]
    focusOn(headings[place.current] ?? headings.at(-1))
    place.current = null
  })

  useEffect(
    () => () => {
      if (place.current !== null && isFocusLost()) focusOn(document.getElementById('main'))
    },
    [],
  )

  const rememberPlace = (event: FormEvent<HTMLUListElement>) => {
    const cards = [...event.currentTarget.children]
    place.current = cards.findIndex((card) => card.contains(event.target as Node))
  }

  return (
    <ul ref={list} role="list" className="my-cards" onSubmit={rememberPlace}>
      {children}
    </ul>
  )
}

function isFocusLost() {
  return document.activeElement === document.body
}

function focusOn(place: HTMLElement | null | undefined) {
  if (!place) return
  place.tabIndex = -1
  place.focus({ preventScroll: true })
}
