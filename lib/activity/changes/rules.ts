/** Facts of an entry as the activity keeps them. */
type Facts = Readonly<Record<string, unknown>>

/** What an entry changed: a fact by name, as it was and as it is. */
export interface Change {
  fact: (typeof SHOWN)[number]
  from: string | boolean | null
  to: string | boolean | null
}

/** The facts that mean something to a reader, in the order in which they are told. */
const SHOWN = [
  ...(['state', 'doneOn', 'plannedOn', 'reachedOn', 'dueOn', 'owner', 'reason', 'note'] as const),
  ...(['title', 'doneWhen'] as const),
  ...(['name', 'city', 'website', 'sector', 'subtype', 'status'] as const),
  ...(['microPlayer', 'intermediary', 'toCheck', 'role', 'edition'] as const),
  ...(['kind', 'size', 'gainNote', 'brings', 'expects'] as const),
  ...(['evidence', 'datedOn', 'startsOn', 'targetOn'] as const),
  ...(['relation', 'relationSince', 'relationEndedOn', 'attached'] as const),
] as const

/**
 * What differs between an entry's facts before and after, without what was empty and stays so.
 * An owner is one fact, in the words of lib/journey/access/rules.ts ('sector:business').
 */
export function listChanges(before: unknown, after: unknown): Change[] {
  const [was, is] = [readFacts(before), readFacts(after)]
  return SHOWN.flatMap((fact) => {
    // A fact that only one side knows of is told as new: entries keep what they changed.
    const [from, to] = [readFact(was, fact), fact in is ? readFact(is, fact) : readFact(was, fact)]
    return from === to ? [] : [{ fact, from, to }]
  })
}

function readFacts(facts: unknown): Facts {
  if (typeof facts !== 'object' || facts === null) return {}
  const known = facts as Facts
  return 'ownerKind' in known ? { ...known, owner: ownerOf(known) } : known
}

function ownerOf({ ownerKind, ownerSector, ownerPartner }: Facts): string | null {
  if (typeof ownerKind !== 'string') return null
  const whose = ownerKind === 'sector' ? ownerSector : ownerPartner
  return typeof whose === 'string' ? `${ownerKind}:${whose}` : ownerKind
}

function readFact(facts: Facts, fact: string): string | boolean | null {
  const value = facts[fact]
  return typeof value === 'boolean' || (typeof value === 'string' && value !== '') ? value : null
}
