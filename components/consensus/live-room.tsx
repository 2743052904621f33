'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'
import { pauseBefore } from '@/lib/live/news/rules'

interface Props {
  /** The region's slug, and the session. */
  region: string
  round: string
}

/** Votes that come in quick succession are looked at once. */
const GATHER = 120

/** Lets a facilitator's page or the wall keep up with the room. It shows nothing of its own. */
export function LiveRoom({ region, round }: Props) {
  const router = useRouter()
  const [looking, startLooking] = useTransition()
  const state = useRef({ isBusy: false, isStale: false, look: () => {} })

  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    let source: EventSource | null = null
    let again: ReturnType<typeof setTimeout> | undefined
    let gathering: ReturnType<typeof setTimeout> | undefined
    let attempt = 0
    const look = () => {
      clearTimeout(gathering)
      gathering = undefined
      // One question at a time: what came in meanwhile is asked for right after.
      if (state.current.isBusy) return void (state.current.isStale = true)
      state.current.isBusy = true
      startLooking(() => router.refresh())
    }
    state.current.look = look
    const hear = () => void (gathering ??= setTimeout(look, GATHER))
    const open = () => {
      clearTimeout(again)
      source?.close()
      if (signal.aborted) return
      source = new EventSource(
        `/api/live/${encodeURIComponent(region)}/sessions/${encodeURIComponent(round)}`,
      )
      source.addEventListener('hello', () => {
        attempt = 0
        hear()
      })
      source.addEventListener('changed', hear)
      source.addEventListener('bye', () => listening.abort())
      source.addEventListener('error', () => {
        source?.close()
        const pause = pauseBefore(attempt++, { least: 500, most: 8000, chance: Math.random() })
        again = setTimeout(open, pause)
      })
    }
    window.addEventListener('online', open, { signal })
    open()
    return () => {
      listening.abort()
      clearTimeout(again)
      clearTimeout(gathering)
      source?.close()
    }
  }, [region, round, router])

  useEffect(() => {
    if (looking) return
    const wasStale = state.current.isStale
    state.current = { ...state.current, isBusy: false, isStale: false }
    if (wasStale) state.current.look()
  }, [looking])

  return null
}
