import { type EvidenceKind, nameOfPiece } from '../../lib/evidence/rules'
import type { Row } from '../as-owner'
import { officeHour, workday } from './calendar'
import type { Chance } from './chance'
import type { Entry } from './history'
import type { RegionPlan } from './plan'

type Place = { regionId: string; anchor: string; actorId: string; chance: Chance }

/** A region's notes and links that show what was done, and the entry of each. */
export function composeEvidence(
  { evidence = [] }: RegionPlan,
  { regionId, anchor, actorId, chance }: Place,
): { rows: Row[]; entries: Entry[] } {
  const pieces = evidence.map(([entry, daysAgo, words, url = ''], index) => {
    const datedOn = workday(anchor, daysAgo)
    const at = officeHour(datedOn, index % 4, 200 + chance.below(60))
    const step = entry.split('.')[0] ?? ''
    const kind: EvidenceKind = url ? 'link' : 'note'
    return { id: chance.id(at), entry, step, kind, words, url, datedOn, at }
  })
  return {
    rows: pieces.map(({ id, entry, step, kind, words, url, datedOn, at }) => ({
      ...{ region_id: regionId, id, entry, step, kind, words, url },
      ...{ dated_on: datedOn, added_by_id: actorId, added_at: at },
    })),
    entries: pieces.map((piece) => ({
      ...{ at: piece.at, actorId, kind: 'evidence.added', step: piece.step },
      ...{ subject: piece.entry, before: null },
      after: {
        id: piece.id,
        evidence: nameOfPiece({ ...piece, fileName: '' }),
        datedOn: piece.datedOn,
      },
    })),
  }
}
