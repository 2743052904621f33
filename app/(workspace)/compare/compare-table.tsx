import { useFormatter, useLocale, useTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import { JourneyStrip } from '@/components/journey/journey-strip'
import { toStations } from '@/components/journey/to-stations'
import { NeedSentence } from '@/components/needs/need-sentence'
import { Chip } from '@/components/ui/chip'
import { Icon } from '@/components/ui/icon'
import { Table } from '@/components/ui/table'
import type { ComparedRegion } from '@/lib/compare/data'
import { fromDay } from '@/lib/dates/days'
import { dayIn, monthsBetween } from '@/lib/dates/rules'
import type { Guide } from '@/lib/guidebook/rules'

/** Every region a row; where seven columns would not fit, every row a card. */
export function CompareTable({ rows, guide }: { rows: ComparedRegion[]; guide: Guide }) {
  const t = useTranslations('compare')
  const columns = [
    'region',
    'months',
    'journey',
    'stage',
    'reachedStep',
    'need',
    'lastEntry',
  ] as const
  const now = new Date()
  return (
    <Table id="compare" caption={t('table')} captionHidden stack="early">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((region) => (
          <RegionRow key={region.id} region={region} guide={guide} now={now} />
        ))}
      </tbody>
    </Table>
  )
}

function RegionRow({ region, guide, now }: { region: ComparedRegion; guide: Guide; now: Date }) {
  const t = useTranslations('compare')
  const words = useTranslations('words')
  const format = useFormatter()
  const locale = useLocale()
  const today = dayIn('UTC', now)
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(region.country)
  const stations = toStations(guide, derivedOf(region, guide), words)
  const states = region.states.map((state, index) =>
    t('stepState', { n: index + 1, state: words(`state.${state}`) }),
  )
  return (
    <tr>
      <th scope="row" data-label={t('region')}>
        <Link href={`/regions/${region.slug}`}>{region.name}</Link>{' '}
        <span className="muted small">{country}</span>{' '}
        {region.kind !== 'partnership' && (
          <Chip tone="outline">{t(region.kind === 'sample' ? 'sample' : 'demonstrator')}</Chip>
        )}{' '}
        {!region.coordinated && (
          <Chip tone="due">
            <Icon name="person" />
            {t('noCoordinator')}
          </Chip>
        )}
      </th>
      <td data-label={t('months')} className="number">
        {region.startedOn
          ? t('monthCount', { months: monthsBetween(region.startedOn, today) + 1 })
          : t('notStarted')}
      </td>
      <td data-label={t('journey')}>
        <JourneyStrip
          stations={stations}
          title={t('strip', { region: region.name, states: format.list(states) })}
        />
      </td>
      <td data-label={t('stage')}>{words(`stage.${region.stage}`)}</td>
      <td data-label={t('reachedStep')}>{t('reachedUpTo', { n: region.reachedStep })}</td>
      <td data-label={t('need')}>
        {region.need ? (
          <NeedSentence line={region.need} guide={guide} partners={[]} today={today} short />
        ) : (
          t('nothing')
        )}
      </td>
      <td data-label={t('lastEntry')}>
        <LastEntry day={region.lastEntryOn} today={today} />
      </td>
    </tr>
  )
}

function LastEntry({ day, today }: { day: string | null; today: string }) {
  const t = useTranslations('compare')
  const format = useFormatter()
  if (!day) return t('never')
  // East of Greenwich a region's day may be a day ahead.
  if (day >= today) return t('today')
  return format.relativeTime(fromDay(day), { now: fromDay(today), unit: unitFor(day, today) })
}

function unitFor(day: string, today: string) {
  const days = (fromDay(today).getTime() - fromDay(day).getTime()) / 86_400_000
  return days < 14 ? 'day' : days < 60 ? 'week' : 'month'
}

function derivedOf({ states, progress }: ComparedRegion, guide: Guide) {
  return guide.steps.map(({ slug, number }, index) => ({
    slug,
    number,
    state: states[index] ?? 'not_started',
    progress: progress[index] ?? 0,
    flags: [],
    reachedSince: null,
    confirmedSince: null,
    missing: 0,
  }))
}
