'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** A `details` that closes on Escape and as soon as something outside is touched or focused. */
export function ClosingDetails(props: { className: string; children: ReactNode }) {
  const ref = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const details = ref.current
    if (!details) return
    const closeFromOutside = ({ target }: Event) => {
      if (!details.contains(target as Node)) details.open = false
    }
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !details.open) return
      details.open = false
      details.querySelector('summary')?.focus()
    }
    const listening = new AbortController()
    const { signal } = listening
    document.addEventListener('pointerdown', closeFromOutside, { signal })
    document.addEventListener('focusin', closeFromOutside, { signal })
    document.addEventListener('keydown', closeOnEscape, { signal })
    return () => listening.abort()
  }, [])

  return (
    <details ref={ref} className={props.className}>
      {props.children}
    </details>
  )
}
