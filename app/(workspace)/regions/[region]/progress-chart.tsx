'use client'

import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Point } from './progress-drawing'

const Drawing = lazy(() => import('./progress-drawing'))

/** Keeps the chart's place and fetches its code only once it comes into view. */
export function ProgressChart({ points, name }: { points: Point[]; name: string }) {
  const place = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (!place.current) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true))
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  return (
    <div ref={place} className="chart" role="img" aria-label={name}>
      {seen && (
        <Suspense fallback={null}>
          <Drawing points={points} />
        </Suspense>
      )}
    </div>
  )
}
