import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { useTranslations } from '@/lib/i18n/server'
import type { getCoverage } from '@/lib/partners/coverage'
import { type CoverageCount, SECTORS, type SectorCoverage, SUBTYPES } from '@/lib/partners/rules'

type Found = Awaited<ReturnType<typeof getCoverage>>

const TONE = { covered: 'good', thin: 'due', listed: 'plain', empty: 'outline' } as const

/** The ring's own numbers, to read and to copy. */
export function SectorTable({ coverage }: { coverage: SectorCoverage }) {
  const t = useTranslations('partners')
  const words = useTranslations('words')
  return (
    <Table id="sectors" caption={t('coverage.table')} captionHidden>
      <thead>
        <tr>
          {(['sector', 'coverage', 'engaged', 'listed'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`coverage.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SECTORS.map((sector) => (
          <Row key={sector} name={words(`sector.${sector}`)} count={coverage.sectors[sector]} />
        ))}
        {SUBTYPES.map((half) => (
          <Row
            key={half}
            name={t('coverage.half', {
              sector: words('sector.creative_civil'),
              half: words(`subtype.${half}`),
            })}
            count={coverage.halves[half]}
          />
        ))}
      </tbody>
    </Table>
  )
}

function Row({ name, count }: { name: string; count: CoverageCount }) {
  const t = useTranslations('partners')
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Chip tone={TONE[count.coverage]}>{t(`coverage.${count.coverage}`)}</Chip>
      </td>
      <td>{count.engaged}</td>
      <td>{count.listed}</td>
    </tr>
  )
}

/** Who carries which step, sector by sector. */
export function StepTable({ steps, region }: Pick<Found, 'steps' | 'region'>) {
  const t = useTranslations('partners')
  const words = useTranslations('words')
  return (
    <Table id="sectors-by-step" caption={t('coverage.bySteps')} captionHidden stack="early">
      <thead>
        <tr>
          <th scope="col">{t('coverage.columns.step')}</th>
          {SECTORS.map((sector) => (
            <th key={sector} scope="col">
              {words(`sector.${sector}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map(({ slug, number, title, part, sectors }) => (
          <tr key={slug} data-part={part}>
            <th scope="row">
              <Link href={`/regions/${region.slug}/steps/${slug}`}>
                {number}. {title}
              </Link>
            </th>
            {sectors.map(({ sector, coverage, partners, entries }) => (
              <td key={sector} data-label={words(`sector.${sector}`)}>
                <span>
                  <Chip tone={TONE[coverage]}>{t(`coverage.${coverage}`)}</Chip>{' '}
                  {entries > 0 && (
                    <span className="muted small">
                      {t('coverage.carries', { partners, entries })}
                    </span>
                  )}
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
