import { useTranslations } from '@/lib/i18n/server'
import type { Sector } from '@/lib/partners/rules'

/** A sector's own shape around the point 0, 0. */
const SHAPES: Record<Sector, string> = {
  public: 'M-11-11H11V11H-11Z',
  education_research: 'M-12 0A12 12 0 1 1 12 0A12 12 0 1 1-12 0Z',
  business: 'M0-15L15 0L0 15L-15 0Z',
  creative_civil: 'M0-16L15.5 11H-15.5Z',
}

/** A sector by shape, letter and colour, each enough by itself. */
export function SectorMark({ sector }: { sector: Sector }) {
  const t = useTranslations('network')
  return (
    <>
      <path d={SHAPES[sector]} className="network-shape" data-sector={sector} />
      <text
        y={sector === 'creative_civil' ? 7.5 : 4.5}
        textAnchor="middle"
        className="network-letter"
      >
        {t(`letter.${sector}`)}
      </text>
    </>
  )
}
