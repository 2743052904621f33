import type { Guide, GuideItem, GuideMilestone, GuideStep } from '@/lib/guidebook/rules'
import { ownerOf, ownerWord } from '@/lib/journey/access/rules'
import { emptyMilestone, emptyTick } from '@/lib/journey/entries'
import type { RegionRecord } from '@/lib/journey/record'
import type { Standing } from '@/lib/journey/sheet/rules'

/** All items and milestones of a region as they stand, step by step, its own among them. */
export function listStandings(record: RegionRecord, guide: Guide): Standing[] {
  const ticks = new Map(record.ticks.map((tick) => [tick.item, tick]))
  const milestones = new Map(record.milestones.map((row) => [row.milestone, row]))
  const own = new Map(record.own.map((entry) => [entry.id, entry]))

  const ofItem = (step: GuideStep, item: GuideItem): Standing => {
    const tick = ticks.get(item.id) ?? emptyTick(item.id, step.slug)
    const entry = own.get(item.id)
    return {
      ...{ id: item.id, step: step.slug, own: entry !== undefined, binding: item.essential },
      ...{ kind: item === step.upkeep ? 'upkeep' : 'item', title: item.label },
      ...{ doneWhen: item.doneWhen, owner: ownerWord(ownerOf(tick, item.defaultOwner)) },
      ...{ state: tick.state, day: tick.dueOn, since: tick.doneOn, note: tick.note },
      ...{ reason: tick.reason, version: tick.version + (entry?.version ?? 0) },
    }
  }
  const ofMilestone = (step: GuideStep, milestone: GuideMilestone): Standing => {
    const row = milestones.get(milestone.id) ?? emptyMilestone(milestone.id, step.slug)
    const entry = own.get(milestone.id)
    return {
      ...{ id: milestone.id, step: step.slug, own: entry !== undefined, binding: milestone.gate },
      ...{ kind: 'milestone', title: milestone.title, doneWhen: milestone.reachedWhen },
      ...{ owner: ownerWord(ownerOf(row, 'coordinator')), state: row.state, day: row.plannedOn },
      ...{ since: row.reachedOn, note: row.note, reason: '' },
      version: row.version + (entry?.version ?? 0),
    }
  }
  return guide.steps.flatMap((step) => [
    ...[...step.items, step.upkeep, ...step.ownItems].map((item) => ofItem(step, item)),
    ...[...step.milestones, ...step.ownMilestones].map((one) => ofMilestone(step, one)),
  ])
}
