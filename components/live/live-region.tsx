'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'
import { announce, openAnnouncer } from '@/components/forms/announcer'
import { hasJustSent } from '@/components/forms/last-sent'
import { focusNear, isFocusLost, trailOf, type Trail } from '@/components/forms/nearest-place'
import { hearOf } from './hearing'

interface Props {
  /** The region's slug. */
  region: string
  /** When the page was made, by the server's clock. */
  since: string
  /** Said when the page has caught up with somebody's change. */
  changed: string
}

/** News in quick succession are fetched once. */
const GATHER = 120

/** Lets the page catch up with what others do in the region. It shows nothing of its own. */
export function LiveRegion({ region, since, changed }: Props) {
  const router = useRouter()
  const [catchingUp, startCatchingUp] = useTransition()
  const trail = useRef<Trail | null>(null)
  const first = useRef(since)

  useEffect(() => {
    openAnnouncer()
    let timer: ReturnType<typeof setTimeout> | undefined
    const catchUp = () => {
      const focused = isFocusLost() ? null : document.activeElement
      trail.current = focused ? trailOf(focused) : []
      startCatchingUp(() => router.refresh())
    }
    const stop = hearOf({
      region,
      since: first.current,
      onChange: ({ own }) => {
        // What was sent from here has already brought its page along.
        if (own && hasJustSent()) return
        announce('')
        clearTimeout(timer)
        timer = setTimeout(catchUp, GATHER)
      },
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [region, router])

  useEffect(() => {
    if (catchingUp || !trail.current) return
    if (trail.current.length > 0 && isFocusLost()) focusNear(trail.current)
    trail.current = null
    announce(changed)
  }, [catchingUp, changed])

  return null
}
