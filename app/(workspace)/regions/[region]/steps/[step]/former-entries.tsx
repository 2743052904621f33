import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { fromDay } from '@/lib/dates/days'
import type { FormerEntry, GuideStep } from '@/lib/guidebook/rules'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { RegionJourney } from '@/lib/journey/data'

/** What the region recorded on items and milestones that its edition has no longer: to be read. */
export function FormerEntries({ found, step }: { found: RegionJourney; step: GuideStep }) {
  const t = useTranslations('editions')
  const entries = found.guide.former.filter((entry) => entry.step === step.slug)
  const rows = entries.flatMap((entry) => {
    const kept = recordOf(entry, found)
    return kept ? [{ entry, kept }] : []
  })
  if (rows.length === 0) return null
  return (
    <Card>
      <Disclosure summary={t('former.title')}>
        <p className="muted small">{t('former.lede')}</p>
        <ul role="list" className="checklist">
          {rows.map(({ entry, kept }) => (
            <FormerRow key={entry.id} entry={entry} kept={kept} />
          ))}
        </ul>
      </Disclosure>
    </Card>
  )
}

type Kept = NonNullable<ReturnType<typeof recordOf>>

function FormerRow({ entry, kept }: { entry: FormerEntry; kept: Kept }) {
  const t = useTranslations('editions')
  const step = useTranslations('step')
  const words = useTranslations('words')
  const format = useFormatter()
  return (
    <li id={entry.id} className="checklist-item">
      <div className="checklist-words">
        <h3>{entry.words}</h3>
        <p className="muted small">{entry.doneWhen}</p>
        <p className="cluster small">
          <Chip tone={kept.isDone ? 'good' : 'plain'}>{words(kept.state)}</Chip>
          <Chip tone="outline">{t('former.of', { edition: entry.edition })}</Chip>
          {kept.day && (
            <span className="muted">
              {format.dateTime(fromDay(kept.day), { dateStyle: 'medium' })}
            </span>
          )}
        </p>
        {kept.note && <p className="note small">{kept.note}</p>}
        {kept.reason && (
          <p className="note small">{step('reasonGiven', { reason: kept.reason })}</p>
        )}
      </div>
    </li>
  )
}

function recordOf({ id, kind }: FormerEntry, { facts }: RegionJourney) {
  if (kind === 'milestone') {
    const row = facts.milestones.find(({ milestone }) => milestone === id)
    if (!row) return null
    const { state, reachedOn, plannedOn, note } = row
    return {
      ...{ state: `milestone.${state}` as const, isDone: state === 'reached' },
      ...{ day: reachedOn ?? plannedOn, note, reason: '' },
    }
  }
  const tick = facts.ticks.find(({ item }) => item === id)
  if (!tick) return null
  const { state, doneOn, note, reason } = tick
  return { state: `tick.${state}` as const, isDone: state === 'done', day: doneOn, note, reason }
}
