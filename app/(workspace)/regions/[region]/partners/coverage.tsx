import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { missingVoices } from '@/lib/partners/listing/rules'
import {
  SECTORS,
  SUBTYPES,
  type Coverage,
  type CoverageCount,
  type SectorCoverage,
  type Subtype,
} from '@/lib/partners/rules'

const TONE = { covered: 'good', thin: 'due', listed: 'plain', empty: 'outline' } as const

/** Who is at the table, sector by sector: a disc for each engaged partner, a ring for each listed. */
export function SectorCoverageCard({ coverage }: { coverage: SectorCoverage }) {
  const t = useTranslations('partners')
  const words = useTranslations('words')
  const format = useFormatter()
  const voices = missingVoices(coverage).map((voice) =>
    isSubtype(voice) ? words(`subtype.${voice}`) : words(`sector.${voice}`),
  )
  const { dominantSector } = coverage
  return (
    <Card title={t('coverage.title')}>
      <ul role="list" className="rows">
        {SECTORS.map((sector) => (
          <li key={sector} className="stack stack-tight">
            <SectorRow name={words(`sector.${sector}`)} count={coverage.sectors[sector]} />
            {sector === 'creative_civil' &&
              SUBTYPES.map((half) => (
                <div key={half} className="coverage-half">
                  <SectorRow name={words(`subtype.${half}`)} count={coverage.halves[half]} />
                </div>
              ))}
          </li>
        ))}
        <li>
          {voices.length === 0
            ? t('coverage.nobodyMissing')
            : t('coverage.missing', { voices: format.list(voices, { type: 'conjunction' }) })}
          {dominantSector && (
            <> {t('coverage.dominant', { sector: words(`sector.${dominantSector}`) })}</>
          )}
        </li>
      </ul>
    </Card>
  )
}

function SectorRow({ name, count }: { name: string; count: CoverageCount }) {
  const t = useTranslations('partners')
  const { coverage, engaged, listed } = count
  return (
    <>
      <p className="row">
        <strong>{name}</strong>
        <Chip tone={TONE[coverage satisfies Coverage]}>{t(`coverage.${coverage}`)}</Chip>
      </p>
      <Marks engaged={engaged} listed={listed} />
      <p className="muted small">{t('coverage.counts', { engaged, listed })}</p>
    </>
  )
}

const MOST = 14

/** The words below say the same, so that the drawing is silent. */
function Marks({ engaged, listed }: { engaged: number; listed: number }) {
  const shown = Math.min(engaged + listed, MOST)
  if (shown === 0) return null
  return (
    <svg viewBox={`0 0 ${MOST * 18} 16`} className="coverage-marks" aria-hidden="true">
      {Array.from({ length: shown }, (_, index) => (
        <circle
          key={index}
          cx={8 + index * 18}
          cy={8}
          r={6}
          className={index < engaged ? 'coverage-engaged' : 'coverage-listed'}
        />
      ))}
    </svg>
  )
}

function isSubtype(voice: string): voice is Subtype {
  return SUBTYPES.some((known) => known === voice)
}
