import { StepDiffs } from '@/components/editions/step-diffs'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { RegionJourney } from '@/lib/journey/data'

/** Which edition of the guidebook the region follows; those who may move it find the way here. */
export function EditionLine({ found, mayMove }: { found: RegionJourney; mayMove: boolean }) {
  const t = useTranslations('editions')
  const { edition, slug, standing } = found.region
  return (
    <p className="muted small">
      {t('region.line', { number: edition })}{' '}
      {mayMove && standing.newest > edition && t('region.newer', { newest: standing.newest })}{' '}
      {mayMove && <Link href={`/regions/${slug}/edition`}>{t('region.move')}</Link>}
    </p>
  )
}

/** After a move: what the other edition has brought. */
export function MovedNotice({ found }: { found: RegionJourney }) {
  const t = useTranslations('editions')
  const format = useFormatter()
  const { moved, region } = found
  if (!moved || moved.from === region.edition) return null
  const day = format.dateTime(fromDay(moved.on), { dateStyle: 'long' })
  return (
    <Notice title={t('region.moved', { day, from: moved.from, to: region.edition })}>
      <p>{t('region.movedLede')}</p>
      <Disclosure summary={t('region.whatIsNew')}>
        <div className="stack">
          <StepDiffs steps={moved.steps} to={region.edition} />
        </div>
      </Disclosure>
    </Notice>
  )
}
