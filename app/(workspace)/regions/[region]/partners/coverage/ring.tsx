import { useTranslations } from '@/lib/i18n/server'
import {
  type Coverage,
  type CoverageCount,
  isSubtype,
  SECTORS,
  type Sector,
  type SectorCoverage,
  type Subtype,
} from '@/lib/partners/rules'
import { ringArcs } from './geometry'

/** The four sectors around one table; the fill says how each is covered, and so does its mark. */
export function CoverageRing({ coverage, label }: { coverage: SectorCoverage; label: string }) {
  const t = useTranslations('partners')
  const words = useTranslations('words')
  return (
    <figure className="coverage-figure">
      {SECTORS.map((sector) => (
        <span key={sector} className="coverage-name small" data-sector={sector} aria-hidden="true">
          {words(`sector.${sector}`)}
        </span>
      ))}
      <svg viewBox="0 0 320 320" className="coverage-ring" role="img" aria-label={label}>
        <defs>
          <pattern
            id="coverage-hatch"
            width="9"
            height="9"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="4" height="9" className="coverage-hatch" />
          </pattern>
          <pattern id="coverage-dots" width="12" height="12" patternUnits="userSpaceOnUse">
            <circle cx="6" cy="6" r="1.8" className="coverage-dot" />
          </pattern>
        </defs>
        {ringArcs().map(({ part, path, label: { x, y } }) => {
          const count = countOf(coverage, part)
          return (
            <g key={part} className="coverage-arc" data-coverage={count.coverage}>
              <path d={path} />
              <circle cx={x} cy={y} r={isSubtype(part) ? 15 : 20} className="coverage-disc" />
              <text x={x} y={y} dy="0.36em" textAnchor="middle">
                {count.engaged}
              </text>
            </g>
          )
        })}
        <text x="160" y="152" textAnchor="middle" className="coverage-centre">
          {t('coverage.centre')}
        </text>
        <text x="160" y="178" textAnchor="middle" className="coverage-centre">
          {Object.values(coverage.sectors).reduce((sum, { engaged }) => sum + engaged, 0)}
        </text>
      </svg>
      <figcaption className="coverage-caption small">
        <ul role="list" className="coverage-legend">
          {(['covered', 'thin', 'listed', 'empty'] as const satisfies Coverage[]).map((kind) => (
            <li key={kind}>
              <svg viewBox="0 0 24 16" aria-hidden="true" className="coverage-key">
                <g className="coverage-arc" data-coverage={kind}>
                  <path d="M1 1 H23 V15 H1 Z" />
                </g>
              </svg>
              {t(`coverage.${kind}`)}
            </li>
          ))}
        </ul>
        <p className="muted">{t('coverage.ringHint')}</p>
      </figcaption>
    </figure>
  )
}

function countOf(coverage: SectorCoverage, part: Sector | Subtype): CoverageCount {
  return isSubtype(part) ? coverage.halves[part] : coverage.sectors[part]
}
