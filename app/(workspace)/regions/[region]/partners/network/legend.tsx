import type { ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/server'
import { LINE_STATES } from '@/lib/network/view/rules'
import { SECTORS } from '@/lib/partners/rules'
import { RELATION_KINDS } from '@/lib/relations/rules'
import { LineMark, RING } from './line-mark'
import { SectorMark } from './sector-mark'

/** What shapes, lines and rings of the drawing stand for. */
export function Legend({ compares }: { compares: boolean }) {
  const t = useTranslations('network')
  const words = useTranslations('words')
  return (
    <ul role="list" className="network-legend small" aria-label={t('legend')}>
      {SECTORS.map((sector) => (
        <Key key={sector} words={words(`sector.${sector}`)}>
          <SectorMark sector={sector} />
        </Key>
      ))}
      <Key words={t('bridge')}>
        <circle r={RING} className="network-ring" />
      </Key>
      {RELATION_KINDS.map((kind) => (
        <Key key={kind} words={words(`relation.${kind}`)}>
          <path d="M-22 0H18" className="network-line" data-kind={kind} data-state="stays" />
        </Key>
      ))}
      {compares &&
        LINE_STATES.filter((state) => state !== 'stays').map((state) => (
          <Key key={state} words={t(`state.${state}`)}>
            <path
              d="M-22 0H22"
              className="network-line"
              data-kind="works_with"
              data-state={state}
            />
            <LineMark state={state} x={0} y={0} />
          </Key>
        ))}
    </ul>
  )
}

function Key({ words, children }: { words: string; children: ReactNode }) {
  return (
    <li>
      <svg viewBox="-24 -19 48 38" className="network-key" aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  )
}
