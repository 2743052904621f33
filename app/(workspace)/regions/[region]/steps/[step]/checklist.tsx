import { useTranslations } from '@/lib/i18n/server'
import { Card } from '@/components/ui/card'
import type { Viewer } from '@/lib/auth/rules'
import type { GuideStep } from '@/lib/guidebook/rules'
import { canPlan, canTick, ownerOf } from '@/lib/journey/access/rules'
import type { RegionJourney } from '@/lib/journey/data'
import { ChecklistItem } from './checklist-item'

/** The step's items with what shows that they are done, and the item that keeps it alive. */
export function Checklist(props: { found: RegionJourney; step: GuideStep; viewer: Viewer }) {
  const { found, step, viewer } = props
  const t = useTranslations('step')
  const upkeepDueOn =
    found.journey.steps.find(({ slug }) => slug === step.slug)?.upkeepDueOn ?? null
  const row = (item: GuideStep['items'][number], upkeep: boolean) => {
    const tick = found.facts.ticks.find((candidate) => candidate.item === item.id) ?? null
    const owner = ownerOf(tick, item.defaultOwner)
    return (
      <ChecklistItem
        key={item.id}
        item={item}
        tick={tick}
        owner={owner}
        upkeep={upkeep}
        upkeepDueOn={upkeep ? upkeepDueOn : null}
        found={found}
        mayTick={canTick(viewer, found.region.id, owner, found.own)}
        mayPlan={canPlan(viewer, found.region.id)}
      />
    )
  }
  return (
    <>
      <Card title={t('checklist.title')}>
        <ul role="list" className="checklist">
          {step.items.map((item) => row(item, false))}
        </ul>
      </Card>
      <Card title={t('upkeep.title')}>
        <p className="muted small">{t('upkeep.lede', { months: step.upkeep.everyMonths })}</p>
        <ul role="list" className="checklist">
          {row(step.upkeep, true)}
        </ul>
      </Card>
    </>
  )
}
