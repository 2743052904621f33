import { projectRegion } from '../../lib/journey/projection/rules'
import { ownerOf, ownerWord } from '../../lib/journey/access/rules'
import type { RoundRow } from '../../lib/journey/record'
import { dayIn } from '../../lib/dates/rules'
import { PERSONAS } from '../../lib/people/personas'
import type { Row } from '../as-owner'
import type { Edition } from '../edition/read'
import { listStepShapes } from '../edition/shape'
import { projectionRows } from '../projection-rows'
import { officeHour, workday } from './calendar'
import { chanceFrom } from './chance'
import { listJourneyEvents } from './events'
import { composeEvidence } from './evidence'
import { type Entry, type History, type Kept, playHistory } from './history'
import { composeMembers } from './members'
import { composeTalk } from './comments'
import { composePartners } from './partners'
import { composeCandid } from './ecosystem/candid'
import { composeRegister } from './ecosystem/register'
import { composeRelations } from './ecosystem/relations'
import { composeLines } from './ecosystem/metric-lines'
import { composeMetrics } from './ecosystem/metrics'
import { composeRounds } from './ecosystem/rounds'
import { composeTasks } from './ecosystem/tasks'
import type { RegionPlan } from './plan'
import { listStepEntries } from './step-entries'

/** All rows of a sample region by table, in the order they can be inserted in. */
export function composeRegion(
  edition: Edition,
  plan: RegionPlan,
  anchor: string,
  userId: (name: string) => string,
): Record<string, Row[]> {
  const chance = chanceFrom(plan.slug)
  const createdAt = officeHour(workday(anchor, plan.created), 0, 5)
  const regionId = chance.id(createdAt)
  const coordinator = userId(plan.people[0]?.name ?? '')
  const partners = composePartners(plan, { regionId, anchor, coordinator, chance })
  const members = composeMembers(plan, { regionId, anchor, userId, chance, ...partners })
  const { partnerId } = partners
  const events = listJourneyEvents(edition.content, plan, chance)
  const staff = userId(PERSONAS.staff.name)
  const actorOf = members.actorOf(staff)
  const history = playHistory(events, anchor, { actorOf, partnerId }, chance)
  const talk = composeTalk(plan, { regionId, anchor, content: edition.content, userId })
  const evidence = composeEvidence(plan, { regionId, anchor, actorId: coordinator, chance })
  const place = { regionId, anchor, coordinator, partnerId, userId, content: edition.content }
  const relations = composeRelations(plan, place)
  const register = composeRegister(plan, place)
  const tasks = composeTasks(plan, place)
  const rounds = composeRounds(plan, { ...place, edition: edition.number })
  const metrics = composeMetrics(plan, { regionId, anchor, coordinator })
  const behind = composeLines(plan, { regionId, anchor, coordinator })
  const created = createdEntry(plan, createdAt, staff)
  const { content } = edition
  const moving = [...history.entries, ...rounds.entries]
  const asked = { timeZone: plan.timeZone, levels: rounds.levels }
  const steps = listStepEntries(moving, listStepShapes(content), asked)
  const region = regionRow(edition, plan, { regionId, anchor, createdAt })
  return {
    regions: [region],
    partners: partners.rows,
    partner_standings: partners.standings,
    members: members.rows,
    ...journeyRows(regionId, history),
    ...talk.tables,
    evidence: evidence.rows,
    relations: relations.rows,
    partner_contacts: register.contacts,
    missing_voices: register.voices,
    ...composeCandid(plan, place),
    tasks: tasks.tasks,
    task_partners: tasks.parts,
    rounds: rounds.rounds,
    round_people: rounds.people,
    round_keys: rounds.keys,
    round_steps: rounds.steps,
    round_results: rounds.results,
    round_comments: rounds.comments,
    metric_entries: metrics.entries,
    metric_targets: metrics.targets,
    metric_lines: behind.lines,
    denominators: behind.denominators,
    activities: [
      ...[created, ...partners.entries, ...members.entries],
      ...[...history.entries, ...evidence.entries, ...talk.entries, ...steps],
      ...[...relations.entries, ...register.entries, ...tasks.entries, ...rounds.entries],
    ]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ actorId, ...entry }: Entry) => ({
        region_id: regionId,
        id: chance.id(entry.at),
        actor_id: actorId,
        ...entry,
      })),
    ...project(edition, plan, { region, history, rounds: rounds.levels, asOf: anchor }),
  }
}

function regionRow(
  { number }: Edition,
  plan: RegionPlan,
  { regionId, anchor, createdAt }: { regionId: string; anchor: string; createdAt: Date },
) {
  const { slug, name, country, territory, languages, headline, forum, context } = plan
  return {
    ...{ id: regionId, slug, name, country, territory, languages, headline, forum, context },
    territory_type: plan.territoryType,
    time_zone: plan.timeZone,
    started_on: plan.started === null ? null : workday(anchor, plan.started),
    edition: number,
    kind: 'sample',
    goals: plan.goals,
    challenges: plan.challenges,
    plans: plan.plans,
    created_at: createdAt,
  }
}

function createdEntry({ slug, name, country }: RegionPlan, at: Date, actorId: string): Entry {
  const after = { name, slug, country, kind: 'sample' }
  return { at, actorId, kind: 'region.created', step: null, subject: slug, before: null, after }
}

function journeyRows(regionId: string, { ticks, milestones }: History): Record<string, Row[]> {
  const kept = ({ step, updatedAt, updatedById, version }: Kept<unknown>) => ({
    region_id: regionId,
    ...{ step, version },
    updated_at: updatedAt,
    updated_by_id: updatedById,
  })
  return {
    ticks: ticks.map((tick) => ({
      ...kept(tick),
      item: tick.subject,
      state: tick.facts.state,
      done_on: tick.facts.doneOn,
      note: tick.facts.note,
      reason: tick.facts.reason,
      owner_kind: tick.facts.ownerKind,
      owner_sector: tick.facts.ownerSector,
      owner_partner: tick.facts.ownerPartner,
      due_on: tick.facts.dueOn,
    })),
    milestones: milestones.map((milestone) => ({
      ...kept(milestone),
      milestone: milestone.subject,
      state: milestone.facts.state,
      planned_on: milestone.facts.plannedOn,
      reached_on: milestone.facts.reachedOn,
      note: milestone.facts.note,
    })),
  }
}

interface Projected {
  region: ReturnType<typeof regionRow>
  history: History
  rounds: RoundRow[]
  asOf: string
}

function project(
  { content }: Edition,
  plan: RegionPlan,
  { region, history, rounds, asOf }: Projected,
): Record<string, Row[]> {
  const { slug, name, country, territoryType, timeZone } = plan
  const { ticks, milestones } = history
  const usualOwner = new Map(
    content.steps.flatMap((step) => step.checklist.map((item) => [item.id, item.defaultOwner])),
  )
  const lastEntryOn: Record<string, string> = {}
  for (const { step, updatedAt } of [...ticks, ...milestones]) {
    const day = dayIn(timeZone, updatedAt)
    if (day > (lastEntryOn[step] ?? '')) lastEntryOn[step] = day
  }
  return projectionRows(
    projectRegion({
      region: {
        ...{ regionId: region.id, slug, name, country, territoryType },
        kind: region.kind,
        startedOn: region.started_on,
      },
      guide: listStepShapes(content),
      ticks: ticks.map(({ subject, facts }) => ({
        item: subject,
        ...facts,
        owner: ownerWord(ownerOf(facts, usualOwner.get(subject) ?? 'coordinator')),
      })),
      milestones: milestones.map(({ subject, facts }) => ({ milestone: subject, ...facts })),
      rounds: Object.fromEntries(Map.groupBy(rounds, ({ step }) => step)),
      ...{ lastEntryOn, asOf },
    }),
  )
}
