import { isWebAddress, keyOf } from '../../../sheet/text/rules'
import { type Fault, type Standing, TEXT_LIMITS, type Values, type WantedTask } from '../rules'

export interface TaskSituation {
  /** The tasks that rows name by id, and those that say what a new row says. */
  tasks: readonly Standing[]
  /** The step of every step, item and milestone of the region's guide, by slug or id. */
  places: ReadonlyMap<string, string>
  /** Organisations that can be asked, by id. */
  partners: ReadonlySet<string>
  /** People who can be asked, with their organisation; null for coordinators. */
  people: ReadonlyMap<string, string | null>
}

export interface TaskDecision {
  wanted: WantedTask
  /** The task it changes; null for a new one. */
  before: Standing | null
  after: Values
  changed: (keyof Values)[]
  faults: Fault[]
}

const EMPTY: Values = {
  ...{ title: '', doneWhen: '', step: '', entry: '', link: '', forWhom: 'coordinator' as const },
  ...{ partners: [], person: '', dueOn: null, skipCheck: false, repeatMonths: null },
}

/**
 * What rows would do to a region's tasks. A row without an id that says what a task says already is
 * that task: bringing the same list twice gives nobody a task twice.
 */
export function decideTasks(situation: TaskSituation, rows: readonly WantedTask[]): TaskDecision[] {
  const { tasks } = situation
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const byWords = new Map(
    tasks.filter(({ archived }) => !archived).map((task) => [wordsOf(task), task]),
  )
  const taken = new Map<string, number>()
  return rows.map((wanted): TaskDecision => {
    const { row, id, set, version, state } = wanted
    const named = id ? (byId.get(id) ?? null) : null
    if (id && !named) {
      const faults: Fault[] = [{ column: 'id', fault: 'unknownId' }]
      return { wanted, before: null, after: { ...EMPTY, ...set }, changed: [], faults }
    }
    const after = apply(situation, named, set)
    const before = named ?? byWords.get(wordsOf(after)) ?? null
    const changed = before && !named ? [] : listChanged(before, after)
    const faults: Fault[] = []
    const key = before?.id ?? wordsOf(after)
    const first = taken.get(key)
    if (first !== undefined) {
      faults.push({ column: id ? 'id' : 'title', fault: 'twice', values: { row: first } })
    } else taken.set(key, row)
    if (before && version !== null && version !== before.version) {
      faults.push({ column: 'version', fault: 'changedSince' })
    }
    if (state && state !== (before?.state ?? 'open')) {
      faults.push({ column: 'state', fault: before ? 'stateStays' : 'stateNew' })
    }
    faults.push(...checkValues(situation, { before, after, changed }))
    return { wanted, before, after, changed, faults }
  })
}

function apply(
  { people, places }: TaskSituation,
  before: Standing | null,
  set: Partial<Values>,
): Values {
  const { title, doneWhen, step, entry, link, forWhom, partners, person } = before ?? EMPTY
  const { dueOn, skipCheck, repeatMonths } = before ?? EMPTY
  const start = { title, doneWhen, step, entry, link, forWhom, partners, person }
  const after: Values = { ...start, dueOn, skipCheck, repeatMonths, ...set }
  const isMoved = <K extends keyof Values>(key: K) =>
    set[key] !== undefined && String(set[key]) !== String(start[key as keyof typeof start])
  // An item names its step; another step leaves the item behind.
  if (set.entry && (set.step === undefined || set.step === '')) {
    after.step = places.get(set.entry) ?? after.step
  } else if (set.entry === undefined && isMoved('step')) after.entry = ''
  // Who is asked: the column that says something new stands before the one that says the old.
  const isAskedAnew = isMoved('partners') || isMoved('person')
  if (before && isMoved('forWhom') && after.forWhom !== 'partners' && !isAskedAnew) {
    return { ...after, partners: [], person: after.forWhom === 'coordinator' ? person : '' }
  }
  const organisation = people.get(after.person)
  if (organisation && after.partners.length === 0) after.partners = [organisation]
  const isOff = after.partners.length > 0 && !after.partners.includes(organisation ?? '')
  if (isOff && isMoved('partners') && set.person === undefined) after.person = ''
  if (after.partners.length > 0) after.forWhom = 'partners'
  else if (after.person !== '') after.forWhom = 'coordinator'
  return { ...after, partners: after.partners.toSorted() }
}

/** What makes two rows the same task. */
function wordsOf({ title, step, entry, dueOn, forWhom, partners, person }: Values): string {
  const asked = [forWhom, ...partners.toSorted(), person]
  return [keyOf(title), step, entry, dueOn ?? '', ...asked].join('\n')
}

function listChanged(before: Standing | null, after: Values): (keyof Values)[] {
  const start: Values = before ?? EMPTY
  const keys = Object.keys(EMPTY) as (keyof Values)[]
  const plain = (value: Values[keyof Values]) =>
    Array.isArray(value) ? value.toSorted().join() : String(value ?? '')
  return keys.filter(
    (key) => plain(start[key]) !== plain(after[key]) || (!before && key === 'forWhom'),
  )
}

function checkValues(
  { places, partners, people }: TaskSituation,
  { before, after, changed }: Pick<TaskDecision, 'before' | 'after' | 'changed'>,
): Fault[] {
  const faults: Fault[] = []
  const isNew = (...keys: (keyof Values)[]) => keys.some((key) => changed.includes(key))
  for (const column of ['title', 'doneWhen', 'link'] as const) {
    const most = TEXT_LIMITS[column]
    if (after[column].length > most) faults.push({ column, fault: 'tooLong', values: { most } })
  }
  if (isNew('link') && after.link !== '' && !isWebAddress(after.link)) {
    faults.push({ column: 'link', fault: 'link' })
  }
  if (isNew('step', 'entry')) {
    const { step, entry } = after
    if (step !== '' && places.get(step) !== step) faults.push({ column: 'step', fault: 'step' })
    if (entry !== '' && (entry === places.get(entry) || !places.has(entry))) {
      faults.push({ column: 'entry', fault: 'entry' })
    } else if (entry !== '' && places.get(entry) !== step) {
      faults.push({ column: 'entry', fault: 'otherStep' })
    }
  }
  if (!isNew('forWhom', 'partners', 'person')) return faults
  const kept = new Set(before?.partners)
  if (after.partners.some((id) => !partners.has(id) && !kept.has(id))) {
    faults.push({ column: 'partners', fault: 'partners' })
  }
  if (after.forWhom === 'partners' && after.partners.length === 0) {
    faults.push({ column: 'partners', fault: 'chooseSome' })
  }
  if (after.person !== '' && (isNew('person') || isNew('partners'))) {
    const organisation = people.get(after.person)
    const named = organisation ?? ''
    if (organisation === undefined) faults.push({ column: 'person', fault: 'person' })
    else if (after.partners.length > 0 && !after.partners.includes(named)) {
      faults.push({ column: 'person', fault: 'otherPartner' })
    }
  }
  return faults
}
