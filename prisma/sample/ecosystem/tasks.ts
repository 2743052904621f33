import { addDays } from '../../../lib/dates/rules'
import type { EditionContent } from '../../../lib/guidebook/edition/schema'
import type { Row } from '../../as-owner'
import { later, officeHour, workday } from '../calendar'
import { type Chance, chanceFrom } from '../chance'
import type { Entry } from '../history'
import type { RegionPlan } from '../plan'
import { YOUNG } from './relations'

type Place = {
  regionId: string
  anchor: string
  coordinator: string
  content: EditionContent
  partnerId: (name: string) => string
  userId: (name: string) => string
}

type Suggested = EditionContent['steps'][number]['tasks'][number]
type State = 'open' | 'submitted' | 'handed_back' | 'done'
type Made = { tasks: Row[]; parts: Row[]; entries: Entry[] }

/** Tasks that a region took over from the guidebook, and what it asked its partners itself. */
export function composeTasks(plan: RegionPlan, place: Place): Made {
  const chance = chanceFrom(`${plan.slug} tasks`)
  const made: Made = { tasks: [], parts: [], entries: [] }
  if (plan.created < YOUNG) return made
  for (const step of place.content.steps) {
    const found = plan.steps[step.slug]
    if (!found) continue
    for (const [index, task] of step.tasks.entries()) {
      const isOver = found.to > 45
      takeOver(made, { plan, place, chance }, { step, task, index, isOver, from: found.from })
    }
  }
  askByName(made, { plan, place, chance })
  return made
}

type Around = { plan: RegionPlan; place: Place; chance: Chance }

interface Taken {
  step: EditionContent['steps'][number]
  task: Suggested
  index: number
  isOver: boolean
  from: number
}

function takeOver(made: Made, { plan, place, chance }: Around, taken: Taken) {
  const { step, task, index, isOver, from } = taken
  const { anchor, regionId } = place
  const day = workday(anchor, Math.max(3, from - index))
  const nth = 2 + 4 * made.entries.length
  const at = later(officeHour(day, 9 + index, chance.below(30)), nth)
  const weeks = task.weeksAfterStepStart * 7
  const due = isOver ? from - weeks : 12 - index * 9 - chance.below(5)
  const id = chance.id(at)
  const [support = ''] = task.supports
  const entry = [...step.checklist, ...step.milestones].find(({ slug }) => slug === support)?.id
  const asked = askedOf(task.suggestedAssignee)
  const near = plan.partners.filter(([, , status]) => status === 'committed').slice(0, 5)
  const names = asked.kind === 'coordinator' ? [] : near.map(([name]) => name)
  const several = asked.kind === 'partners' ? names : names.slice(0, isOver ? 1 : 0)
  const states = several.map((_, place): State => {
    if (isOver || place % 3 === 0) return 'done'
    return place % 3 === 1 ? 'open' : 'submitted'
  })
  const state = isOver ? 'done' : whole(states)
  const doneOn = state === 'done' ? workday(anchor, Math.max(2, due + 1)) : null
  made.tasks.push({
    ...{ region_id: regionId, id, title: task.title, step: step.slug, entry: entry ?? null },
    due_on: due > 0 ? workday(anchor, due) : addDays(anchor, -due),
    ...{ source: task.id, for_kind: asked.kind, for_sector: asked.sector, done_when: '' },
    assignee_id: asked.kind === 'coordinator' ? place.coordinator : null,
    ...{ state, created_by_id: place.coordinator, created_at: at, done_on: doneOn },
    proposed_by_partner_id: null,
  })
  for (const [index, name] of several.entries()) {
    made.parts.push(part(place, { id, name, state: states[index] ?? 'open', doneOn, at }))
  }
  const about = { actorId: place.coordinator, step: step.slug, subject: id, before: null }
  made.entries.push({ ...about, at, kind: 'task.added', after: { title: task.title } })
  if (doneOn === null) return
  const then = later(officeHour(doneOn, 10 + index, chance.below(30)), nth + 4)
  made.entries.push({ ...about, at: then, kind: 'task.done', after: { title: task.title } })
}

/** As lib/tasks/rules.ts#wholeState: what is submitted shows before what is open. */
function whole(states: readonly State[]): State {
  return states.includes('submitted') ? 'submitted' : 'open'
}

function askedOf(assignee: string) {
  if (assignee.startsWith('partner:')) return { kind: 'sector', sector: assignee.slice(8) }
  const kind = assignee === 'each-partner' ? 'partners' : assignee
  return {
    kind: kind === 'any-partner' || kind === 'partners' ? kind : 'coordinator',
    sector: null,
  }
}

interface PartFacts {
  id: string
  name: string
  state: State
  doneOn: string | null
  at: Date
}

function part({ regionId, anchor, partnerId }: Place, facts: PartFacts): Row {
  const { id, name, state, doneOn } = facts
  const submitted = state === 'submitted' || state === 'done'
  return {
    ...{ region_id: regionId, task_id: id, partner_id: partnerId(name), state, back: '' },
    note: state === 'submitted' ? 'Done, please have a look.' : '',
    submitted_at: submitted ? officeHour(workday(anchor, 3), 2, 0) : null,
    done_on: state === 'done' ? (doneOn ?? workday(anchor, 4)) : null,
    proposed_due_on: null,
    reason: '',
  }
}

/** What partners with an account find under their work, and what one of them proposes. */
function askByName(made: Made, { plan, place, chance }: Around) {
  const people = plan.people.filter(({ role, partner }) => role === 'partner' && partner)
  const steps = Object.keys(plan.steps)
  const step = steps.at(-1) ?? 'purpose'
  const asked: [title: string, doneWhen: string, dueIn: number, back?: 'later'][] = [
    ['Send two photos of your workshop', 'Both photos are here, with a name for each.', 6],
    ['Name somebody for the next open evening', 'A name and a phone number are here.', -4],
    ['Look through the map and correct your relations', 'Your relations on the map are right.', 15],
    ['Lend a room for the spring workshop', 'Day and room are agreed.', 2, 'later'],
  ]
  for (const [index, [title, doneWhen, dueIn, back]] of asked.entries()) {
    const person = people[index % Math.max(1, people.length)]
    if (!person?.partner) continue
    const nth = 2 + 4 * made.entries.length
    const at = later(officeHour(workday(place.anchor, 9 + index), 11, chance.below(20)), nth)
    const id = chance.id(at)
    const state = back ? 'handed_back' : 'open'
    made.tasks.push({
      ...{ region_id: place.regionId, id, title, step, entry: null, done_when: doneWhen },
      ...{ due_on: addDays(place.anchor, dueIn), source: null, for_kind: 'partners' },
      ...{ for_sector: null, assignee_id: null, state, created_by_id: place.coordinator },
      ...{ created_at: at, done_on: null, proposed_by_partner_id: null },
    })
    made.parts.push({
      ...part(place, { id, name: person.partner, state: 'open', doneOn: null, at }),
      ...{ state, back: back ?? '', reason: back ? 'The hall is being painted until then.' : '' },
      proposed_due_on: back ? addDays(place.anchor, dueIn + 21) : null,
    })
    const about = { actorId: place.coordinator, step, subject: id, before: null }
    made.entries.push({ ...about, at, kind: 'task.added', after: { title } })
  }
  const [proposer] = people
  if (!proposer?.partner) return
  const at = later(officeHour(workday(place.anchor, 5), 11, chance.below(20)), 999)
  const title = 'Show the graduates’ work in an empty shop window'
  const id = chance.id(at)
  made.tasks.push({
    ...{ region_id: place.regionId, id, title, step, entry: null, source: null },
    ...{ done_when: 'Five pieces stand there for a month.', due_on: addDays(place.anchor, 40) },
    ...{ for_kind: 'coordinator', for_sector: null, assignee_id: null, state: 'proposed' },
    ...{ created_by_id: place.userId(proposer.name), created_at: at, done_on: null },
    proposed_by_partner_id: place.partnerId(proposer.partner),
  })
  made.entries.push({
    ...{ at, actorId: place.userId(proposer.name), step, subject: id, before: null },
    ...{ kind: 'task.proposed', after: { title } },
  })
}
