'use client'

import { useEffect, useRef } from 'react'
import { hasJustSent } from './last-sent'

/** Marks a place that is brought into view when it appears because of what was just sent. */
export function ComeIntoView() {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (hasJustSent()) place.current?.parentElement?.scrollIntoView({ block: 'center' })
  }, [])
  return <span ref={place} hidden />
}
