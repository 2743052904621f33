/** What can be wrong with an edition's file; each has a sentence in messages/…/editions.json. */
export const FAULT_KINDS = [
  ...(['notJson', 'missing', 'kind', 'empty', 'tooLong', 'tooMany', 'tooFew', 'choice'] as const),
  ...(['format', 'control', 'unknown', 'count', 'double', 'place', 'name', 'order'] as const),
  ...(['noItem', 'noTip', 'noTool', 'anchors', 'germanMissing', 'germanUnknown'] as const),
  ...(['germanAnchors', 'stepsStay', 'sameVersion', 'nothingNew'] as const),
] as const

export type FaultKind = (typeof FAULT_KINDS)[number]

/** One fault of a file: where ('steps[0].checklist[2].label'), what, and what was found there. */
export interface EditionFault {
  path: string
  fault: FaultKind
  found?: string
  wanted?: string
}

/** Kinds of content, in the order in which a difference is told. */
export const ENTRY_KINDS = [
  ...(['parts', 'steps', 'checklist', 'upkeep', 'milestones', 'statements', 'tips'] as const),
  ...(['tasks', 'tools', 'metrics', 'frame'] as const),
] as const

export type EntryKind = (typeof ENTRY_KINDS)[number]

/** A piece of content by its id, with its facts as texts; German ones are called 'de.…'. */
export interface EditionEntry {
  kind: EntryKind
  id: string
  /** Slug of the step it belongs to; null for what belongs to none. */
  step: string | null
  name: string
  facts: Readonly<Record<string, string>>
}

export interface FactChange {
  fact: string
  before: string
  after: string
}

export interface EntryChange {
  entry: EditionEntry
  before: EditionEntry
  changes: FactChange[]
}

export interface EditionDiff {
  added: EditionEntry[]
  changed: EntryChange[]
  dropped: EditionEntry[]
  /** Lists of a step whose common entries stand in another order. */
  reordered: { kind: EntryKind; step: string | null }[]
}

/** What is new, changed and dropped from one edition to another, by id. */
export function diffEditions(
  before: readonly EditionEntry[],
  after: readonly EditionEntry[],
): EditionDiff {
  const was = new Map(before.map((entry) => [keyOf(entry), entry]))
  const is = new Set(after.map(keyOf))
  const changed = after.flatMap((entry) => {
    const old = was.get(keyOf(entry))
    const changes = old ? diffFacts(old.facts, entry.facts) : []
    return old && changes.length > 0 ? [{ entry, before: old, changes }] : []
  })
  return {
    added: inOrder(after.filter((entry) => !was.has(keyOf(entry)))),
    changed: changed.sort((a, b) => rank(a.entry) - rank(b.entry)),
    dropped: inOrder(before.filter((entry) => !is.has(keyOf(entry)))),
    reordered: findReordered(before, after),
  }
}

/** True when two editions say the same in the same order. */
export function isSame({ added, changed, dropped, reordered }: EditionDiff): boolean {
  return added.length + changed.length + dropped.length + reordered.length === 0
}

const DECISIVE: readonly string[] = ['essential', 'gate', 'everyMonths']

/** True for a fact that decides about states: a change of it can move a region's steps. */
export function isDecisive(fact: string): boolean {
  return DECISIVE.includes(fact)
}

/** The changes that can move a region's steps although the words may be the same. */
export function decisiveChanges({ changed }: EditionDiff): EntryChange[] {
  return changed.flatMap(({ changes, ...rest }) => {
    const decisive = changes.filter(({ fact }) => isDecisive(fact))
    return decisive.length > 0 ? [{ ...rest, changes: decisive }] : []
  })
}

/**
 * What an edition may not do to the one before it: lose, rename or renumber a part or step, since
 * the rules and every region's records build on them; say a statement in other words under the same
 * version (guidebook model, statementVersioning); or say nothing new at all.
 */
export function findBreaks(
  before: readonly EditionEntry[],
  after: readonly EditionEntry[],
): EditionFault[] {
  const diff = diffEditions(before, after)
  const is = new Map(after.map((entry) => [keyOf(entry), entry]))
  const stay = before
    .filter(({ kind }) => kind === 'parts' || kind === 'steps')
    .flatMap((entry): EditionFault[] => {
      const now = is.get(keyOf(entry))
      const keeps = ['number', 'part'].every((fact) => now?.facts[fact] === entry.facts[fact])
      const path = `${entry.kind}.${entry.id}`
      return now && keeps ? [] : [{ path, fault: 'stepsStay', wanted: entry.facts.number ?? '' }]
    })
  const versions = diff.changed.flatMap(({ entry, changes }): EditionFault[] => {
    const facts = changes.map(({ fact }) => fact)
    const isReworded = facts.some((fact) => fact === 'text' || fact.startsWith('anchors'))
    if (entry.kind !== 'statements' || !isReworded || facts.includes('version')) return []
    return [{ path: entry.id, fault: 'sameVersion', found: entry.facts.version ?? '' }]
  })
  return [
    ...stay,
    ...versions,
    ...(isSame(diff) ? [{ path: '', fault: 'nothingNew' as const }] : []),
  ]
}

function keyOf({ kind, id }: EditionEntry): string {
  return `${kind} ${id}`
}

function rank({ kind }: EditionEntry): number {
  return ENTRY_KINDS.indexOf(kind)
}

function inOrder(entries: EditionEntry[]): EditionEntry[] {
  return entries.sort((a, b) => rank(a) - rank(b))
}

function diffFacts(before: EditionEntry['facts'], after: EditionEntry['facts']): FactChange[] {
  const facts = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return facts.flatMap((fact) => {
    const [was, is] = [before[fact] ?? '', after[fact] ?? '']
    return was === is ? [] : [{ fact, before: was, after: is }]
  })
}

function findReordered(before: readonly EditionEntry[], after: readonly EditionEntry[]) {
  const lists = (entries: readonly EditionEntry[]) =>
    Map.groupBy(entries, ({ kind, step }) => `${kind} ${step ?? ''}`)
  const was = lists(before)
  return [...lists(after)].flatMap(([list, entries]) => {
    const old = (was.get(list) ?? []).map(({ id }) => id)
    const now = entries.map(({ id }) => id)
    const common = now.filter((id) => old.includes(id))
    const [first] = entries
    const isAsBefore = old.filter((id) => now.includes(id)).join() === common.join()
    return isAsBefore || !first ? [] : [{ kind: first.kind, step: first.step }]
  })
}
