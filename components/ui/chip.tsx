import type { ReactNode } from 'react'

type ChipProps = {
  /** 1 to 4 for a part's colour. */
  part?: number | undefined
  tone?: 'plain' | 'good' | 'due' | 'outline' | undefined
  children: ReactNode
}

/** A short label for a property. The word carries the meaning, the colour only helps. */
export function Chip({ part, tone = 'plain', children }: ChipProps) {
  return (
    <span className={tone === 'plain' ? 'chip' : `chip chip-${tone}`} data-part={part}>
      {children}
    </span>
  )
}
