import { useTranslations } from '@/lib/i18n/server'
import { Card } from '@/components/ui/card'
import type { Viewer } from '@/lib/auth/rules'
import { type GuideItem, type GuideStep, isUpkeep } from '@/lib/guidebook/rules'
import { canPlan, canTick, canWaive, ownerOf } from '@/lib/journey/access/rules'
import type { RegionJourney } from '@/lib/journey/data'
import { ChecklistItem } from './checklist-item'
import { OwnEntries } from './own-entries'

interface RowProps {
  found: RegionJourney
  step: GuideStep
  item: GuideItem
  viewer: Viewer
}

/** One item of the step as its list and its own page show it. */
export function ItemRow({ found, step, item, viewer }: RowProps) {
  const upkeep = isUpkeep(step, item.id)
  const derived = found.journey.steps.find(({ slug }) => slug === step.slug)
  const tick = found.facts.ticks.find((candidate) => candidate.item === item.id) ?? null
  const owner = ownerOf(tick, item.defaultOwner)
  return (
    <ChecklistItem
      {...{ item, tick, owner, upkeep, found }}
      upkeepDueOn={upkeep ? (derived?.upkeepDueOn ?? null) : null}
      mayTick={canTick(viewer, found.region.id, owner, found.own)}
      mayPlan={canPlan(viewer, found.region.id)}
      mayWaive={canWaive(viewer)}
    />
  )
}

/** The step's items with what shows that they are done, and the item that keeps it alive. */
export function Checklist(props: { found: RegionJourney; step: GuideStep; viewer: Viewer }) {
  const { found, step, viewer } = props
  const t = useTranslations('step')
  return (
    <>
      <Card title={t('checklist.title')}>
        <ul role="list" className="checklist">
          {[...step.items, ...step.ownItems].map((item) => (
            <ItemRow key={item.id} {...{ found, step, item, viewer }} />
          ))}
        </ul>
        <OwnEntries {...{ found, step }} kind="item" mayPlan={canPlan(viewer, found.region.id)} />
      </Card>
      <Card title={t('upkeep.title')}>
        <p className="muted small">{t('upkeep.lede', { months: step.upkeep.everyMonths })}</p>
        <ul role="list" className="checklist">
          <ItemRow item={step.upkeep} {...{ found, step, viewer }} />
        </ul>
      </Card>
    </>
  )
}
